// Regions by tcld's names: those of AWS have no provider before them, "us-east-1" for aws-us-east-1.
const AWS = "aws-";
const WITH_PROVIDER = /^(aws|gcp|azure)-/;

export function regionId(name: string): string {
  return name === "" || WITH_PROVIDER.test(name) ? name : AWS + name;
}

export function regionName(id: string): string {
  return id.startsWith(AWS) ? id.slice(AWS.length) : id;
}
