# The service: `math serve` and `math consume` are the same image. Built with the toolchain, run on Debian alone.
FROM swift:6.3-bookworm AS build
WORKDIR /source

# What changes seldom comes first: Debian's packages, the files of /docs, the Swift packages.
COPY scripts/install.sh scripts/docs-assets.sh scripts/
RUN scripts/install.sh build && apt-get install --yes --no-install-recommends dpkg-dev && scripts/docs-assets.sh
COPY Package.swift ./
RUN --mount=type=cache,target=/source/.build,sharing=locked swift package resolve

COPY Sources Sources
COPY Tests Tests
# What has been compiled is kept from one build of the image to the next.
RUN --mount=type=cache,target=/source/.build,sharing=locked \
    swift build --configuration release --static-swift-stdlib --product math \
    && install -D .build/release/math /stage/usr/bin/math \
    && strip /stage/usr/bin/math \
    && mkdir -p /stage/usr/share/math-microservice \
    && cp -r .build-assets/swagger-ui /stage/usr/share/math-microservice/
# The libraries that the executable needs, by the names of their packages.
RUN mkdir -p debian && printf 'Source: math\n\nPackage: math\nArchitecture: any\n' >debian/control \
    && dpkg-shlibdeps -O /stage/usr/bin/math | sed 's/^shlibs:Depends=//; s/ ([^)]*)//g; s/,//g' >/stage/depends

FROM debian:bookworm-slim
RUN --mount=type=bind,from=build,source=/stage/depends,target=/depends \
    apt-get update && apt-get install --yes --no-install-recommends $(cat /depends) \
    && rm -rf /var/lib/apt/lists/* /var/cache/* /var/log/* \
    && useradd --system --uid 10001 --user-group --home-dir /data --no-create-home --shell /usr/sbin/nologin math \
    && install -d -m 0700 -o math -g math /data
COPY --from=build /stage/usr /usr

USER math
WORKDIR /data
ENV HOST=0.0.0.0 PORT=8000 DATA_DIR=/data LOG_FORMAT=json
EXPOSE 8000
# Ready means that what is done can be recorded. There is no curl here, and none is needed.
HEALTHCHECK --interval=5s --timeout=5s --start-period=30s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r -t 4 line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["math"]
CMD ["serve"]
