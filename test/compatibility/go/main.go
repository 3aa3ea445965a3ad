// The compatibility suite of the official Go SDK: runs programs against a server and prints one JSON line for each.
package main

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"sync"
	"time"

	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/log"
)

var suites = [][]Feature{
	activityFeatures, activityTimeoutFeatures, asyncActivityFeatures, localActivityFeatures,
	timerFeatures, signalFeatures, queryFeatures, updateFeatures, childFeatures, closePolicyFeatures,
	lifecycleFeatures, startFeatures, resetFeatures, propertyFeatures, determinismFeatures, historyFeatures,
	scheduleFeatures, scheduleOverlapFeatures, batchFeatures, visibilityFeatures, payloadFeatures,
	interceptionFeatures, workerFeatures, failureFeatures, deploymentFeatures, nexusFeatures, priorityFeatures,
	standaloneActivityFeatures, operatorFeatures, connectionFeatures,
}

type outcome struct {
	Name  string `json:"name"`
	Ok    bool   `json:"ok"`
	Error string `json:"error,omitempty"`
	Ms    int64  `json:"ms"`
}

func main() {
	address := flag.String("address", "127.0.0.1:7233", "host:port of the server")
	namespace := flag.String("namespace", "default", "namespace of every program")
	only := flag.String("only", "", "names of programs, separated by commas; empty for all")
	concurrency := flag.Int("concurrency", 8, "programs at a time")
	limitSeconds := flag.Int("limit-seconds", 60, "how long a program may take")
	ca := flag.String("ca", "", "PEM file of the server's authority: turns TLS on")
	cert := flag.String("cert", "", "PEM file of the client's certificate")
	key := flag.String("key", "", "PEM file of the client's key")
	apiKey := flag.String("api-key-file", "", "file that holds an API key")
	flag.Parse()

	connection := client.Options{HostPort: *address, Namespace: *namespace, Logger: quiet()}
	if *ca != "" {
		connection.ConnectionOptions.TLS = tlsOf(*ca, *cert, *key)
	}
	if *apiKey != "" {
		connection.Credentials = client.NewAPIKeyStaticCredentials(strings.TrimSpace(string(read(*apiKey))))
	}
	shared, err := client.Dial(connection)
	check(err)
	defer shared.Close()

	run(chosen(*only), *concurrency, func(feature Feature) outcome {
		return runProgram(feature, connection, shared, time.Duration(*limitSeconds)*time.Second)
	})
}

func chosen(only string) []Feature {
	wanted := map[string]bool{}
	for name := range strings.SplitSeq(only, ",") {
		wanted[name] = true
	}
	var features []Feature
	for _, suite := range suites {
		for _, feature := range suite {
			if only == "" || wanted[feature.Name] {
				features = append(features, feature)
			}
		}
	}
	return features
}

// Prints each outcome as soon as it is known.
func run(features []Feature, concurrency int, one func(Feature) outcome) {
	slots := make(chan struct{}, concurrency)
	var printing sync.Mutex
	var running sync.WaitGroup
	for _, feature := range features {
		slots <- struct{}{}
		running.Go(func() {
			defer func() { <-slots }()
			line, err := json.Marshal(one(feature))
			check(err)
			printing.Lock()
			defer printing.Unlock()
			fmt.Println(string(line))
		})
	}
	running.Wait()
}

// Programs fail workflows on purpose: what the SDK logs about it would drown the report.
func quiet() log.Logger {
	return log.NewStructuredLogger(slog.New(slog.NewTextHandler(io.Discard, nil)))
}

func tlsOf(ca, cert, key string) *tls.Config {
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(read(ca)) {
		check(fmt.Errorf("%s holds no certificate", ca))
	}
	config := &tls.Config{RootCAs: pool}
	if cert != "" {
		pair, err := tls.LoadX509KeyPair(cert, key)
		check(err)
		config.Certificates = []tls.Certificate{pair}
	}
	return config
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
