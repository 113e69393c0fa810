# Debian with systemd, and the package that is tried there.
FROM debian:bookworm-slim
RUN apt-get update && apt-get install --yes --no-install-recommends systemd systemd-sysv
COPY *.deb /packages/
RUN apt-get install --yes --no-install-recommends /packages/*.deb
# A credential is mounted by a process of its own, and seen by the service where mounts are shared: in a container they
# are not, and systemd leaves that to who starts it.
CMD ["bash", "-c", "mount --make-rshared / && exec /sbin/init"]
