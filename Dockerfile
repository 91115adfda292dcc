# docker build -t faire-administration . (docs/deploy.md, 3)
FROM node:24-trixie-slim AS build
WORKDIR /srv/faire
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY src src
RUN npm run build

FROM node:24-trixie-slim
LABEL org.opencontainers.image.title="Faire Administration" \
      org.opencontainers.image.description="A public administration that transforms itself together with its agents, in Microsoft Teams" \
      org.opencontainers.image.licenses="EUPL-1.2"
WORKDIR /srv/faire
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3978 \
    DATABASE_URL=file:/data/programme.sqlite
RUN mkdir /data && chown 1000:1000 /data
COPY --from=build /srv/faire/dist dist
COPY --from=build /srv/faire/dist-tabs dist-tabs
COPY adaptiveCards adaptiveCards
COPY programmes programmes
COPY package.json LICENSE ./
# The image's own user `node`, by number: an orchestrator sees that it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself, so that it hears SIGTERM; it waits for its own children. The limit on its heap, of the server alone:
# docs/deploy.md, 7.
CMD ["node", "--max-old-space-size=384", "dist/index.js"]
