// The console's beginning: the look, the cache, the router.
import { CSPProvider } from "@base-ui/react/csp-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import "@fontsource-variable/inter";
import "@fontsource-variable/jetbrains-mono";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "#app/query-client";
import { createConsoleRouter } from "#app/router";
import { Toasts } from "#components/toasts";
import { followLook } from "#preferences/look";
import "./styles/tokens.css";
import "./styles/base.css";

followLook(document.documentElement);

const queryClient = createQueryClient(() => void router.invalidate());
const router = createConsoleRouter(queryClient);
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <Tooltip.Provider delay={400}>
          <RouterProvider router={router} />
          <Toasts />
        </Tooltip.Provider>
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
);
