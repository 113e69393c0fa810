# Debian with systemd, and the package that is tried there.
FROM debian:bookworm-slim
RUN apt-get update && apt-get install --yes --no-install-recommends systemd systemd-sysv
COPY *.deb /tmp/
RUN apt-get install --yes --no-install-recommends /tmp/*.deb
CMD ["/sbin/init"]
