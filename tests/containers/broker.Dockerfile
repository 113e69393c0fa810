# A Kafka broker for tests: librdkafka's mock cluster, and relays to it.
FROM debian:bookworm-slim AS build
RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev librdkafka-dev
COPY kafka/mock_broker.c /
RUN gcc -O1 -o /mock_broker /mock_broker.c -lrdkafka

FROM debian:bookworm-slim
RUN apt-get update && apt-get install --yes --no-install-recommends librdkafka1 socat && rm -rf /var/lib/apt/lists/*
COPY --from=build /mock_broker /usr/bin/mock_broker
COPY containers/broker.sh /usr/bin/broker
ENTRYPOINT ["broker"]
