// The life cycles of the control plane's resources by the Go SDK of the Cloud Ops API: runs programs against a cloud and
// prints one JSON line for each.
package main

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"time"

	"go.temporal.io/cloud-sdk/cloudclient"
)

var programs = []program{
	{"regions and identity", readRegions},
	{"namespace life cycle", liveNamespace},
	{"namespace fail paths", failNamespaces},
	{"namespace tags and search attributes", describeNamespace},
	{"users", liveUsers},
	{"groups", liveGroups},
	{"service accounts", liveServiceAccounts},
	{"API keys", liveKeys},
	{"custom roles", liveRoles},
	{"Nexus endpoints", liveEndpoints},
	{"connectivity rules", liveRules},
	{"export sinks", liveExportSinks},
	{"audit log sinks", liveAuditSinks},
	{"projects", liveProjects},
	{"account, usage and audit log", readAccount},
	{"pages", readPages},
	{"operation ids", repeatOperations},
	{"50 clients change one namespace", race},
}

type outcome struct {
	Name  string `json:"name"`
	Ok    bool   `json:"ok"`
	Error string `json:"error,omitempty"`
	Ms    int64  `json:"ms"`
}

func main() {
	address := flag.String("address", "localhost:7302", "host:port of the control plane, over TLS")
	ca := flag.String("ca", "", "PEM file of the server's authority")
	key := flag.String("api-key-file", "", "file that holds an API key")
	only := flag.String("only", "", "the name of one program; empty for all")
	concurrency := flag.Int("concurrency", 4, "programs at a time")
	flag.Parse()

	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(read(*ca)) {
		check(fmt.Errorf("%s holds no certificate", *ca))
	}
	dial := func() *cloudclient.Client {
		client, err := cloudclient.New(cloudclient.Options{
			HostPort:  *address,
			APIKey:    strings.TrimSpace(string(read(*key))),
			TLSConfig: &tls.Config{RootCAs: pool},
		})
		check(err)
		return client
	}
	shared := dial()
	defer shared.Close()

	slots := make(chan struct{}, *concurrency)
	var printing sync.Mutex
	var running sync.WaitGroup
	for _, each := range programs {
		if *only != "" && *only != each.name {
			continue
		}
		slots <- struct{}{}
		running.Go(func() {
			defer func() { <-slots }()
			line, err := json.Marshal(runProgram(each, shared, dial))
			check(err)
			printing.Lock()
			defer printing.Unlock()
			fmt.Println(string(line))
		})
	}
	running.Wait()
}

func runProgram(each program, shared *cloudclient.Client, dial func() *cloudclient.Client) (ended outcome) {
	startedAt := time.Now()
	ended = outcome{Name: each.name, Ok: true}
	t := newT(shared, dial)
	defer t.cancel()
	defer func() {
		if thrown := recover(); thrown != nil {
			ended.Ok, ended.Error = false, fmt.Sprint(thrown)
		}
		ended.Ms = time.Since(startedAt).Milliseconds()
	}()
	each.run(t)
	return ended
}

func read(path string) []byte {
	text, err := os.ReadFile(path)
	check(err)
	return text
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}
