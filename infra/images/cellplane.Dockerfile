# One image for every process of the cloud; the command chooses which: `node dist/services/<process>/main.js`.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY web/package.json ./web/
RUN npm ci
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build --chown=node:node /app/package.json ./
COPY --from=build --chown=node:node /app/node_modules ./node_modules
COPY --from=build --chown=node:node /app/prisma ./prisma
COPY --from=build --chown=node:node /app/openapi.json ./openapi.json
COPY --from=build --chown=node:node /app/dist ./dist
# Volumes take their owner from what is here.
RUN mkdir -p /var/lib/cellplane/exports && chown -R node:node /var/lib/cellplane
USER node
ENTRYPOINT ["node", "--enable-source-maps"]
CMD ["dist/services/api/main.js"]
