# A team's whole account: every resource and every data source of the provider that needs no identity provider.
terraform {
  required_providers {
    temporalcloud = {
      source = "temporalio/temporalcloud"
    }
  }
}

provider "temporalcloud" {}

variable "ca_pem_base64" { type = string }
variable "key_expiry" { type = string }
variable "retention_days" { type = number }
variable "is_grown" { type = bool }

resource "temporalcloud_connectivity_rule" "public" {
  connectivity_type = "public"
}

resource "temporalcloud_connectivity_rule" "private" {
  connectivity_type = "private"
  connection_id     = "vpce-0a1b2c3d4e5f67890"
  region            = "aws-us-east-1"
}

resource "temporalcloud_namespace" "orders" {
  name                  = "tf-orders"
  regions               = ["aws-us-east-1"]
  accepted_client_ca    = var.ca_pem_base64
  retention_days        = var.retention_days
  certificate_filters   = [{ common_name = "order-worker", organization = "Example" }]
  codec_server          = { endpoint = "https://codec.example.com", pass_access_token = true }
  connectivity_rule_ids = [temporalcloud_connectivity_rule.public.id, temporalcloud_connectivity_rule.private.id]
}

resource "temporalcloud_namespace" "shop" {
  name           = "tf-shop"
  regions        = ["aws-us-east-1", "aws-eu-west-1"]
  api_key_auth   = true
  retention_days = var.retention_days
  # Of a new namespace only on demand.
  capacity = var.is_grown ? { mode = "provisioned", value = 2 } : { mode = "on_demand", value = null }
}

resource "temporalcloud_namespace_search_attribute" "order" {
  namespace_id = temporalcloud_namespace.orders.id
  name         = "OrderId"
  type         = "Keyword"
}

resource "temporalcloud_namespace_tags" "shop" {
  namespace_id = temporalcloud_namespace.shop.id
  tags         = { team = "shop", cost-centre = "4711" }
}

resource "temporalcloud_namespace_export_sink" "history" {
  namespace = temporalcloud_namespace.orders.id
  sink_name = "history"
  enabled   = true
  s3 = {
    bucket_name    = "orders-history"
    region         = "us-east-1"
    role_name      = "export"
    aws_account_id = "123456789012"
  }
}

resource "temporalcloud_nexus_endpoint" "orders" {
  name                      = "tf-orders"
  description               = "Takes orders"
  allowed_caller_namespaces = [temporalcloud_namespace.shop.id]
  worker_target             = { namespace_id = temporalcloud_namespace.orders.id, task_queue = "orders" }
}

resource "temporalcloud_user" "ada" {
  email              = "ada.tf@example.com"
  account_access     = "developer"
  namespace_accesses = [{ namespace_id = temporalcloud_namespace.orders.id, permission = "write" }]
}

resource "temporalcloud_group" "team" {
  name = "tf-team"
}

resource "temporalcloud_group_members" "team" {
  group_id = temporalcloud_group.team.id
  users    = [temporalcloud_user.ada.id]
}

resource "temporalcloud_group_access" "team" {
  id                 = temporalcloud_group.team.id
  account_access     = "read"
  namespace_accesses = [{ namespace_id = temporalcloud_namespace.shop.id, permission = "write" }]
}

resource "temporalcloud_service_account" "deploy" {
  name           = "tf-deploy"
  description    = "Deploys"
  account_access = "admin"
}

resource "temporalcloud_service_account" "worker" {
  name                    = "tf-worker"
  namespace_scoped_access = { namespace_id = temporalcloud_namespace.shop.id, permission = "write" }
}

resource "temporalcloud_apikey" "worker" {
  display_name = "worker"
  owner_type   = "service-account"
  owner_id     = temporalcloud_service_account.worker.id
  expiry_time  = var.key_expiry
}

resource "temporalcloud_account_audit_log_sink" "kinesis" {
  sink_name = "tf-audit"
  enabled   = true
  kinesis = {
    role_name       = "arn:aws:iam::123456789012:role/Audit"
    destination_uri = "arn:aws:kinesis:us-east-1:123456789012:stream/audit"
    region          = "us-east-1"
  }
}

resource "temporalcloud_metrics_endpoint" "metrics" {
  accepted_client_ca = var.ca_pem_base64
}

data "temporalcloud_regions" "all" {}

data "temporalcloud_namespaces" "all" {
  depends_on = [temporalcloud_namespace.orders, temporalcloud_namespace.shop]
}

data "temporalcloud_namespace" "orders" {
  id         = temporalcloud_namespace.orders.id
  depends_on = [temporalcloud_namespace_search_attribute.order]
}

data "temporalcloud_connectivity_rule" "private" {
  id = temporalcloud_connectivity_rule.private.id
}

data "temporalcloud_nexus_endpoint" "orders" {
  id = temporalcloud_nexus_endpoint.orders.id
}

data "temporalcloud_nexus_endpoints" "all" {
  depends_on = [temporalcloud_nexus_endpoint.orders]
}

data "temporalcloud_service_account" "deploy" {
  id = temporalcloud_service_account.deploy.id
}

data "temporalcloud_service_accounts" "all" {
  depends_on = [temporalcloud_service_account.deploy]
}

data "temporalcloud_user" "ada" {
  id = temporalcloud_user.ada.id
}

data "temporalcloud_users" "all" {
  depends_on = [temporalcloud_user.ada]
}

data "temporalcloud_account_audit_log_sink" "kinesis" {
  sink_name = temporalcloud_account_audit_log_sink.kinesis.sink_name
}

output "grpc_address" { value = temporalcloud_namespace.shop.endpoints.grpc_address }
output "search_attributes" { value = data.temporalcloud_namespace.orders.custom_search_attributes }
output "worker_key" {
  value     = temporalcloud_apikey.worker.token
  sensitive = true
}
