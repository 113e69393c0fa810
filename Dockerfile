# docker build --tag math-microservice .                                  the service, with the web app: math serve
# docker build --tag math-microservice-frontend --target frontend .      the web app behind nginx
#
# Built with the toolchain, run on Debian alone. `make images` builds both, and tells them their version.
ARG DEBIAN=bookworm

# The web app, from Debian's packages and a wheel, as scripts/install.sh has them: no npm is needed.
FROM debian:${DEBIAN}-slim AS web
SHELL ["/bin/bash", "-c"]
WORKDIR /source
COPY scripts/install.sh scripts/
COPY frontend/requirements.txt frontend/
RUN apt-get update && apt-get install --yes --no-install-recommends ca-certificates && scripts/install.sh web
COPY frontend frontend
RUN cd frontend && node scripts/build.mjs && node scripts/nginx-pages.mjs dist/pages.json >/pages.conf \
    && cat /usr/share/doc/{node-react,node-react-dom,node-scheduler,katex}/copyright >/NOTICE

FROM debian:${DEBIAN}-slim AS frontend
RUN apt-get update && apt-get install --yes --no-install-recommends nginx \
    && rm -rf /var/lib/apt/lists/* /var/cache/* /var/log/*
COPY --from=web /source/frontend/dist /usr/share/math-microservice/web
COPY --from=web /NOTICE /usr/share/doc/math-microservice/
COPY --from=web /pages.conf /etc/nginx/
COPY frontend/nginx.conf /etc/nginx/
RUN nginx -t
ARG MATH_VERSION=0.2.0
LABEL org.opencontainers.image.title="math-microservice-frontend" \
    org.opencontainers.image.description="The web app of the exact calculator service, and its paths behind nginx" \
    org.opencontainers.image.version="${MATH_VERSION}" \
    org.opencontainers.image.licenses="Apache-2.0"
USER www-data
EXPOSE 5173
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=5s --timeout=5s --start-period=10s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/5173 && printf 'GET / HTTP/1.0\\r\\nUser-Agent: health-check\\r\\n\\r\\n' >&3 && read -r -t 4 line <&3 && [[ $line == *' 200 '* ]]"]
CMD ["nginx", "-g", "daemon off;"]

FROM swift:6.3-${DEBIAN} AS build
WORKDIR /source

# What changes seldom comes first: Debian's packages, the files of /docs, the Swift packages.
COPY scripts/install.sh scripts/docs-assets.sh scripts/
COPY frontend/requirements.txt frontend/
RUN scripts/install.sh build && apt-get install --yes --no-install-recommends dpkg-dev && scripts/docs-assets.sh
COPY Package.swift ./
RUN --mount=type=cache,target=/source/.build,sharing=locked swift package resolve

COPY VERSION ./
COPY Sources Sources
COPY Tests Tests
ARG MATH_VERSION=0.2.0
# What has been compiled is kept from one build of the image to the next.
RUN --mount=type=cache,target=/source/.build,sharing=locked \
    MATH_VERSION=${MATH_VERSION} swift build --configuration release --static-swift-stdlib --product math \
    && install -D .build/release/math /stage/usr/bin/math \
    && strip /stage/usr/bin/math \
    && mkdir -p /stage/usr/share/math-microservice \
    && cp -r .build-assets/swagger-ui /stage/usr/share/math-microservice/
# The libraries that the executable needs, by the names of their packages.
RUN mkdir -p debian && printf 'Source: math\n\nPackage: math\nArchitecture: any\n' >debian/control \
    && dpkg-shlibdeps -O /stage/usr/bin/math | sed 's/^shlibs:Depends=//; s/ ([^)]*)//g; s/,//g' >/stage/depends
# What is in it, and under which licences: also of the web app's libraries, which are in the other stage.
COPY scripts/dependencies.py scripts/sbom.py scripts/
COPY infra/dependencies.json infra/
COPY infra/licences infra/licences
COPY LICENSE ./
RUN --mount=type=cache,target=/source/.build,sharing=locked \
    --mount=type=bind,from=web,source=/usr/share/nodejs,target=/usr/share/nodejs \
    --mount=type=bind,from=web,source=/usr/share/doc,target=/usr/share/doc \
    install -D --mode=0644 LICENSE --target-directory=/stage/usr/share/doc/math-microservice \
    && scripts/sbom.py components /stage/usr/bin/math >/stage/usr/share/doc/math-microservice/sbom.cdx.json \
    && scripts/sbom.py notices >/stage/usr/share/doc/math-microservice/NOTICE

FROM debian:${DEBIAN}-slim AS service
RUN --mount=type=bind,from=build,source=/stage/depends,target=/depends \
    apt-get update && apt-get install --yes --no-install-recommends $(cat /depends) \
    && rm -rf /var/lib/apt/lists/* /var/cache/* /var/log/* \
    && useradd --system --uid 10001 --user-group --home-dir /data --no-create-home --shell /usr/sbin/nologin math \
    && install -d -m 0700 -o math -g math /data
COPY --from=build /stage/usr /usr
COPY --from=web /source/frontend/dist /usr/share/math-microservice/web
ARG MATH_VERSION=0.2.0
LABEL org.opencontainers.image.title="math-microservice" \
    org.opencontainers.image.description="Exact calculator service with a durable record of everything it was asked" \
    org.opencontainers.image.version="${MATH_VERSION}" \
    org.opencontainers.image.licenses="Apache-2.0"

USER math
WORKDIR /data
ENV HOST=0.0.0.0 PORT=8000 DATA_DIR=/data LOG_FORMAT=json
# Accounts, journal, event store and key: without a name of its own, `docker run` gives it one.
VOLUME /data
EXPOSE 8000
# Ready means that what is done can be recorded. There is no curl here, and none is needed.
HEALTHCHECK --interval=5s --timeout=5s --start-period=30s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r -t 4 line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["math"]
CMD ["serve"]
