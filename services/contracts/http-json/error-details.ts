// The details of an error as JSON, each with its "@type".
import { codecOf, root } from "../codec.ts";
import { messageToJson, type JsonOutput } from "../proto-json/index.ts";

/** Details as CloudError carries them. One of a type that this process does not know is shown by its bytes. */
export function detailsToJson(
  details: readonly { typeName: string; value: Uint8Array }[],
): Record<string, JsonOutput>[] {
  return details.map(({ typeName, value }) => {
    const typeUrl = `type.googleapis.com/${typeName}`;
    if (root.lookup(`.${typeName}`) === null)
      return { "@type": typeUrl, value: Buffer.from(value).toString("base64") };
    const codec = codecOf(typeName);
    const content = messageToJson(codec.type, codec.decode(value)) as Record<string, JsonOutput>;
    return { "@type": typeUrl, ...content };
  });
}
