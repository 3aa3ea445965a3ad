// One guide.
import { Link, useLocation, useParams } from "@tanstack/react-router";
import { useEffect, type ReactNode } from "react";
import library from "virtual:guides";
import { EmptyState } from "#components/empty-state";
import { Page } from "#components/page";
import { GuideBlocks } from "./guide-blocks.tsx";

export function GuidePage(): ReactNode {
  const { slug = "" } = useParams({ strict: false });
  const { hash } = useLocation();
  const guide = library.guides.find((one) => one.slug === slug);
  useEffect(() => {
    if (hash !== "") document.getElementById(hash)?.scrollIntoView();
  }, [slug, hash]);
  if (guide === undefined) {
    return (
      <Page title="Guides" width="reading">
        <EmptyState title="There is no such guide" action={<Link to="/guides">All guides</Link>} />
      </Page>
    );
  }
  return (
    <Page title={guide.title} width="reading">
      <GuideBlocks blocks={guide.blocks} />
    </Page>
  );
}
