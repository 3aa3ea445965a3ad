// What to paste to connect, for each language, with the real address and credential in it.

export interface Connection {
  address: string;
  namespace: string;
  /** A key, when one was just made, or a certificate from files. */
  credential: { token: string | undefined } | "certificate";
  /** Whether the installation's own authority must be known, from ca.pem. */
  hasOwnAuthority: boolean;
}

export interface Snippet {
  id: string;
  label: string;
  file: string;
  text: (connection: Connection) => string;
}

const KEY_PLACEHOLDER = "YOUR_API_KEY";
export const FIRST_TASK_QUEUE = "first";

function tokenOf({ credential }: Connection): string | undefined {
  return credential === "certificate" ? undefined : (credential.token ?? KEY_PLACEHOLDER);
}

/** What runs a program that knows the installation's authority as well. */
function runs({ hasOwnAuthority }: Connection, command: string): string {
  return hasOwnAuthority ? `SSL_CERT_FILE=ca.pem NODE_EXTRA_CA_CERTS=ca.pem ${command}` : command;
}

/** As a string literal of JavaScript, Go, Python and Java alike. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function typescript(connection: Connection): string {
  const token = tokenOf(connection);
  const options = [
    `  address: ${quoted(connection.address)},`,
    ...(token === undefined
      ? [
          `  tls: { clientCertPair: { crt: await readFile("client.pem"), key: await readFile("client.key") } },`,
        ]
      : [`  tls: true,`, `  apiKey: ${quoted(token)},`]),
  ].join("\n");
  return `// npm install @temporalio/client @temporalio/worker @temporalio/workflow tsx
// ${runs(connection, "npx tsx worker.ts")}
${token === undefined ? 'import { readFile } from "node:fs/promises";\n' : ""}import { Client, Connection } from "@temporalio/client";
import { NativeConnection, Worker } from "@temporalio/worker";
import { writeFile } from "node:fs/promises";

// Workflows have a file of their own; this writes the first one.
await writeFile("workflows.js", "export async function hello(name) { return 'Hello ' + name; }");

const options = {
${options}
};
const namespace = ${quoted(connection.namespace)};
const worker = await Worker.create({
  connection: await NativeConnection.connect(options),
  namespace,
  taskQueue: ${quoted(FIRST_TASK_QUEUE)},
  workflowsPath: new URL("./workflows.js", import.meta.url).pathname,
});
const client = new Client({ connection: await Connection.connect(options), namespace });
void client.workflow
  .execute("hello", { taskQueue: ${quoted(FIRST_TASK_QUEUE)}, workflowId: "hello-1", args: ["world"] })
  .then(console.log);
await worker.run();
`;
}

function go(connection: Connection): string {
  const token = tokenOf(connection);
  const credentials =
    token === undefined
      ? `	certificate, err := tls.LoadX509KeyPair("client.pem", "client.key")
	if err != nil {
		log.Fatal(err)
	}
	options := client.Options{
		HostPort:          ${quoted(connection.address)},
		Namespace:         ${quoted(connection.namespace)},
		ConnectionOptions: client.ConnectionOptions{TLS: &tls.Config{Certificates: []tls.Certificate{certificate}}},
	}`
      : `	options := client.Options{
		HostPort:          ${quoted(connection.address)},
		Namespace:         ${quoted(connection.namespace)},
		ConnectionOptions: client.ConnectionOptions{TLS: &tls.Config{}},
		Credentials:       client.NewAPIKeyStaticCredentials(${quoted(token)}),
	}`;
  return `// go get go.temporal.io/sdk && ${runs(connection, "go run .")}
package main

import (
	"context"
	"crypto/tls"
	"log"

	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

func Hello(ctx workflow.Context, name string) (string, error) {
	return "Hello " + name, nil
}

func main() {
${credentials}
	c, err := client.Dial(options)
	if err != nil {
		log.Fatal(err)
	}
	defer c.Close()
	w := worker.New(c, ${quoted(FIRST_TASK_QUEUE)}, worker.Options{})
	w.RegisterWorkflow(Hello)
	start := client.StartWorkflowOptions{ID: "hello-1", TaskQueue: ${quoted(FIRST_TASK_QUEUE)}}
	if _, err := c.ExecuteWorkflow(context.Background(), start, Hello, "world"); err != nil {
		log.Fatal(err)
	}
	log.Fatal(w.Run(worker.InterruptCh()))
}
`;
}

function python(connection: Connection): string {
  const token = tokenOf(connection);
  const credentials =
    token === undefined
      ? `        tls=TLSConfig(
            client_cert=open("client.pem", "rb").read(),
            client_private_key=open("client.key", "rb").read(),
        ),`
      : `        tls=True,
        api_key=${quoted(token)},`;
  return `# pip install temporalio && ${runs(connection, "python worker.py")}
import asyncio
from temporalio import workflow
from temporalio.client import Client${token === undefined ? ", TLSConfig" : ""}
from temporalio.worker import Worker


@workflow.defn
class Hello:
    @workflow.run
    async def run(self, name: str) -> str:
        return f"Hello {name}"


async def main():
    client = await Client.connect(
        ${quoted(connection.address)},
        namespace=${quoted(connection.namespace)},
${credentials}
    )
    async with Worker(client, task_queue=${quoted(FIRST_TASK_QUEUE)}, workflows=[Hello]):
        print(await client.execute_workflow(Hello.run, "world", id="hello-1", task_queue=${quoted(FIRST_TASK_QUEUE)}))
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
`;
}

function java(connection: Connection): string {
  const token = tokenOf(connection);
  const credentials =
    token === undefined
      ? `        .setSslContext(SimpleSslContextBuilder.forPKCS8(
            new FileInputStream("client.pem"), new FileInputStream("client.key")).build())`
      : `        .setEnableHttps(true)
        .addApiKey(() -> ${quoted(token)})`;
  return `// io.temporal:temporal-sdk
WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(
    WorkflowServiceStubsOptions.newBuilder()
        .setTarget(${quoted(connection.address)})
${credentials}
        .build());
WorkflowClient client = WorkflowClient.newInstance(
    service, WorkflowClientOptions.newBuilder().setNamespace(${quoted(connection.namespace)}).build());
WorkerFactory factory = WorkerFactory.newInstance(client);
factory.newWorker(${quoted(FIRST_TASK_QUEUE)}).registerWorkflowImplementationTypes(HelloImpl.class);
factory.start();
Hello hello = client.newWorkflowStub(
    Hello.class,
    WorkflowOptions.newBuilder().setWorkflowId("hello-1").setTaskQueue(${quoted(FIRST_TASK_QUEUE)}).build());
System.out.println(hello.run("world"));
`;
}

function cli(connection: Connection): string {
  const token = tokenOf(connection);
  return `export TEMPORAL_ADDRESS=${connection.address}
export TEMPORAL_NAMESPACE=${connection.namespace}
${connection.hasOwnAuthority ? "export TEMPORAL_TLS_SERVER_CA_CERT_PATH=ca.pem\n" : ""}${
    token === undefined
      ? "export TEMPORAL_TLS_CLIENT_CERT_PATH=client.pem\nexport TEMPORAL_TLS_CLIENT_KEY_PATH=client.key"
      : `export TEMPORAL_API_KEY=${token}`
  }
temporal workflow start --type hello --task-queue ${FIRST_TASK_QUEUE} --workflow-id hello-1 --input '"world"'
temporal workflow list
`;
}

export const SNIPPETS: readonly Snippet[] = [
  { id: "typescript", label: "TypeScript", file: "worker.ts", text: typescript },
  { id: "go", label: "Go", file: "main.go", text: go },
  { id: "python", label: "Python", file: "worker.py", text: python },
  { id: "java", label: "Java", file: "Main.java", text: java },
  { id: "cli", label: "CLI", file: "Terminal", text: cli },
];
