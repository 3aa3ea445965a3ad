// Namespaces: every setting by itself, what is refused, and what surrounds them.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"time"

	cloudservice "go.temporal.io/cloud-sdk/api/cloudservice/v1"
	namespacepb "go.temporal.io/cloud-sdk/api/namespace/v1"
	regionpb "go.temporal.io/cloud-sdk/api/region/v1"
	resourcepb "go.temporal.io/cloud-sdk/api/resource/v1"
	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/proto"
)

func readRegions(t *T) {
	regions, err := t.cloud.GetRegions(t, &cloudservice.GetRegionsRequest{})
	t.NoError(err)
	t.NotEmpty(regions.Regions)
	for _, region := range regions.Regions {
		t.NotEqual(regionpb.Region_CLOUD_PROVIDER_UNSPECIFIED, region.CloudProvider)
		one, err := t.cloud.GetRegion(t, &cloudservice.GetRegionRequest{Region: region.Id})
		t.NoError(err)
		t.Equal(region.Location, one.Region.Location)
	}
	_, err = t.cloud.GetRegion(t, &cloudservice.GetRegionRequest{Region: "aws-nowhere-1"})
	t.refused(err, codes.NotFound, "region")
	identity, err := t.cloud.GetCurrentIdentity(t, &cloudservice.GetCurrentIdentityRequest{})
	t.NoError(err)
	t.NotEmpty(identity.GetUser().GetSpec().GetEmail())
	t.NotEmpty(identity.GetPrincipalApiKey().GetId())
}

// update changes one setting and answers the namespace as it is then.
func (t *T) update(id string, change func(*namespacepb.NamespaceSpec)) *namespacepb.Namespace {
	before := t.readNamespace(id)
	spec := proto.Clone(before.Spec).(*namespacepb.NamespaceSpec)
	change(spec)
	updated, err := t.cloud.UpdateNamespace(t, &cloudservice.UpdateNamespaceRequest{
		Namespace: id, Spec: spec, ResourceVersion: before.ResourceVersion,
	})
	t.done(updated.GetAsyncOperation(), err)
	after := t.readNamespace(id)
	t.NotEqual(before.ResourceVersion, after.ResourceVersion)
	t.Equal(resourcepb.ResourceState_RESOURCE_STATE_ACTIVE, after.State)
	return after
}

func liveNamespace(t *T) {
	name := unique("life")
	id := t.namespace(name)
	made := t.readNamespace(id)
	t.Equal(name, made.Spec.Name)
	t.Equal([]string{"aws-us-east-1"}, made.Spec.Regions)
	t.Len(made.Spec.Replicas, 1)
	t.Equal("aws-us-east-1", made.ActiveRegion)
	t.NotEmpty(made.Endpoints.GetGrpcAddress())
	t.NotNil(made.CreatedTime)

	t.EqualValues(30, t.update(id, func(spec *namespacepb.NamespaceSpec) { spec.RetentionDays = 30 }).Spec.RetentionDays)
	authority := authorityPem(t)
	secured := t.update(id, func(spec *namespacepb.NamespaceSpec) {
		spec.MtlsAuth = &namespacepb.MtlsAuthSpec{
			Enabled: true, AcceptedClientCa: authority,
			CertificateFilters: []*namespacepb.CertificateFilterSpec{{CommonName: "worker"}, {Organization: "Example"}},
		}
	})
	t.Equal(string(authority), string(secured.Spec.MtlsAuth.AcceptedClientCa))
	t.Len(secured.Spec.MtlsAuth.CertificateFilters, 2)
	t.NotEmpty(secured.Endpoints.GetMtlsGrpcAddress())
	t.False(t.update(id, func(spec *namespacepb.NamespaceSpec) {
		spec.ApiKeyAuth = &namespacepb.ApiKeyAuthSpec{Enabled: false}
	}).Spec.ApiKeyAuth.GetEnabled())
	t.Equal("https://codec.example.com", t.update(id, func(spec *namespacepb.NamespaceSpec) {
		spec.CodecServer = &namespacepb.CodecServerSpec{Endpoint: "https://codec.example.com", PassAccessToken: true}
	}).Spec.CodecServer.GetEndpoint())
	attribute := namespacepb.NamespaceSpec_SEARCH_ATTRIBUTE_TYPE_KEYWORD
	t.Equal(attribute, t.update(id, func(spec *namespacepb.NamespaceSpec) {
		spec.SearchAttributes = map[string]namespacepb.NamespaceSpec_SearchAttributeType{"OrderId": attribute}
	}).Spec.SearchAttributes["OrderId"])
	t.True(t.update(id, func(spec *namespacepb.NamespaceSpec) {
		spec.Fairness = &namespacepb.FairnessSpec{TaskQueueFairnessEnabled: true}
	}).Spec.Fairness.GetTaskQueueFairnessEnabled())
	provisioned := &namespacepb.CapacitySpec{Spec: &namespacepb.CapacitySpec_Provisioned_{
		Provisioned: &namespacepb.CapacitySpec_Provisioned{Value: 2},
	}}
	grown := t.update(id, func(spec *namespacepb.NamespaceSpec) { spec.CapacitySpec = provisioned })
	t.EqualValues(2, grown.Capacity.GetProvisioned().GetCurrentValue())
	capacity, err := t.cloud.GetNamespaceCapacityInfo(t, &cloudservice.GetNamespaceCapacityInfoRequest{Namespace: id})
	t.NoError(err)
	t.NotEmpty(capacity.CapacityInfo.GetModeOptions().GetProvisioned().GetValidTruValues())

	protect := func(isOn bool) {
		t.update(id, func(spec *namespacepb.NamespaceSpec) {
			spec.Lifecycle = &namespacepb.LifecycleSpec{EnableDeleteProtection: isOn}
		})
	}
	protect(true)
	_, err = t.cloud.DeleteNamespace(t, &cloudservice.DeleteNamespaceRequest{
		Namespace: id, ResourceVersion: t.readNamespace(id).ResourceVersion,
	})
	t.refused(err, codes.FailedPrecondition, "protect")
	protect(false)

	added, err := t.cloud.AddNamespaceRegion(t, &cloudservice.AddNamespaceRegionRequest{
		Namespace: id, Region: "aws-eu-west-1", ResourceVersion: t.readNamespace(id).ResourceVersion,
	})
	t.done(added.GetAsyncOperation(), err)
	t.Len(t.readNamespace(id).Spec.Regions, 2)
	failedOver, err := t.cloud.FailoverNamespaceRegion(t, &cloudservice.FailoverNamespaceRegionRequest{
		Namespace: id, Region: "aws-eu-west-1",
	})
	t.done(failedOver.GetAsyncOperation(), err)
	t.Equal("aws-eu-west-1", t.readNamespace(id).ActiveRegion)

	t.deleteNamespace(id)
	_, err = t.cloud.GetNamespace(t, &cloudservice.GetNamespaceRequest{Namespace: id})
	t.refused(err, codes.NotFound, "")
}

func authorityPem(t *T) []byte {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	t.NoError(err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: "programs"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().AddDate(1, 0, 0),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	t.NoError(err)
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
}

func failNamespaces(t *T) {
	id := t.namespace(unique("fails"))
	create := func(change func(*namespacepb.NamespaceSpec)) error {
		spec := &namespacepb.NamespaceSpec{
			Name: unique("bad"), Regions: []string{"aws-us-east-1"}, RetentionDays: 7,
			ApiKeyAuth: &namespacepb.ApiKeyAuthSpec{Enabled: true},
		}
		change(spec)
		_, err := t.cloud.CreateNamespace(t, &cloudservice.CreateNamespaceRequest{Spec: spec})
		return err
	}
	t.refused(create(func(s *namespacepb.NamespaceSpec) { s.Name = "UPPER" }), codes.InvalidArgument, "name")
	t.refused(create(func(s *namespacepb.NamespaceSpec) { s.Name = "" }), codes.InvalidArgument, "name")
	t.refused(create(func(s *namespacepb.NamespaceSpec) { s.RetentionDays = 10_000 }), codes.InvalidArgument, "retention")
	t.refused(create(func(s *namespacepb.NamespaceSpec) { s.Regions = []string{"aws-nowhere-1"} }), codes.InvalidArgument, "region")
	t.refused(create(func(s *namespacepb.NamespaceSpec) { s.Regions = nil }), codes.InvalidArgument, "region")
	t.refused(create(func(s *namespacepb.NamespaceSpec) { s.ApiKeyAuth = nil }), codes.InvalidArgument, "")
	t.refused(create(func(s *namespacepb.NamespaceSpec) {
		s.MtlsAuth = &namespacepb.MtlsAuthSpec{Enabled: true, AcceptedClientCa: []byte("no PEM")}
	}), codes.InvalidArgument, "accepted_client_ca")
	t.refused(create(func(s *namespacepb.NamespaceSpec) {
		s.CodecServer = &namespacepb.CodecServerSpec{Endpoint: "http://plain.example.com"}
	}), codes.InvalidArgument, "endpoint")
	present := t.readNamespace(id)
	t.refused(create(func(s *namespacepb.NamespaceSpec) { s.Name = present.Spec.Name }), codes.AlreadyExists, "")

	update := func(version string, spec *namespacepb.NamespaceSpec) error {
		_, err := t.cloud.UpdateNamespace(t, &cloudservice.UpdateNamespaceRequest{Namespace: id, Spec: spec, ResourceVersion: version})
		return err
	}
	t.refused(update(present.ResourceVersion, present.Spec), codes.InvalidArgument, "nothing to change")
	changed := proto.Clone(present.Spec).(*namespacepb.NamespaceSpec)
	changed.RetentionDays = 8
	t.refused(update("1234567", changed), codes.FailedPrecondition, "version")
	t.refused(update("", changed), codes.FailedPrecondition, "resource_version")
	changed.Name = "other"
	t.refused(update(present.ResourceVersion, changed), codes.InvalidArgument, "name")
	_, err := t.cloud.GetNamespace(t, &cloudservice.GetNamespaceRequest{Namespace: "none.none"})
	t.refused(err, codes.NotFound, "")
	_, err = t.cloud.GetAsyncOperation(t, &cloudservice.GetAsyncOperationRequest{AsyncOperationId: unique("none")})
	t.refused(err, codes.NotFound, "")
	t.Equal(present.ResourceVersion, t.readNamespace(id).ResourceVersion)
	t.deleteNamespace(id)
}

func describeNamespace(t *T) {
	id := t.namespace(unique("tags"))
	tag := func(upsert map[string]string, remove ...string) {
		tagged, err := t.cloud.UpdateNamespaceTags(t, &cloudservice.UpdateNamespaceTagsRequest{
			Namespace: id, TagsToUpsert: upsert, TagsToRemove: remove,
		})
		t.done(tagged.GetAsyncOperation(), err)
	}
	tag(map[string]string{"team": "orders", "cost": "1"})
	tag(map[string]string{"cost": "2"}, "team")
	t.Equal(map[string]string{"cost": "2"}, t.readNamespace(id).Tags)

	keyword := namespacepb.NamespaceSpec_SEARCH_ATTRIBUTE_TYPE_KEYWORD
	t.update(id, func(spec *namespacepb.NamespaceSpec) {
		spec.SearchAttributes = map[string]namespacepb.NamespaceSpec_SearchAttributeType{"Before": keyword}
	})
	renamed, err := t.cloud.RenameCustomSearchAttribute(t, &cloudservice.RenameCustomSearchAttributeRequest{
		Namespace: id, ResourceVersion: t.readNamespace(id).ResourceVersion,
		ExistingCustomSearchAttributeName: "Before", NewCustomSearchAttributeName: "After",
	})
	t.done(renamed.GetAsyncOperation(), err)
	attributes := t.readNamespace(id).Spec.SearchAttributes
	t.Equal(keyword, attributes["After"])
	t.NotContains(attributes, "Before")
	t.deleteNamespace(id)
}
