#pragma once
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>

/* `rd_kafka_producev` is variadic, and so invisible to Swift. Takes the headers over when it succeeds. */
static inline rd_kafka_resp_err_t crdkafka_produce(
    rd_kafka_t *client, rd_kafka_topic_t *topic, const void *key, size_t key_length, const void *value,
    size_t value_length, rd_kafka_headers_t *headers, void *tag) {
    return rd_kafka_producev(
        client, RD_KAFKA_V_RKT(topic), RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY),
        RD_KAFKA_V_KEY((void *)key, key_length), RD_KAFKA_V_VALUE((void *)value, value_length),
        RD_KAFKA_V_HEADERS(headers), RD_KAFKA_V_OPAQUE(tag), RD_KAFKA_V_END);
}

/* The name of a message's topic partition as plain numbers: `rd_kafka_message_t` has it behind a macro. */
static inline const char *crdkafka_message_error(const rd_kafka_message_t *message) {
    return rd_kafka_message_errstr(message);
}
