/* A Kafka cluster for tests: librdkafka's mock brokers behind real TCP ports, with faults on command.
 *
 *     mock_broker [BROKERS [TOPIC PARTITIONS]...]
 *
 * Prints one line, the bootstrap servers, and then takes commands on standard input, one a line; each is answered with
 * `ok` or `error …`. Broker 0 means all of them. It ends with its standard input.
 *
 *     down ID | up ID               disconnects a broker and lets nobody in, until it is up again; data are kept
 *     rtt ID MILLISECONDS           delays every answer of a broker
 *     err APIKEY CODE COUNT         the next COUNT requests of a kind fail with an error code (-195: disconnected)
 *     topicerr TOPIC CODE           requests about a topic fail, until CODE is 0
 *     leader TOPIC PARTITION ID     makes a broker the leader of a partition
 *     coordinator GROUP ID          makes a broker the coordinator of a group
 *     topic TOPIC PARTITIONS        makes a topic
 *
 * Messages stay in memory: at most some 100,000 or 5 MiB a partition, older ones are dropped without a word.
 */
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static rd_kafka_mock_cluster_t *cluster;
static int broker_count = 1;

typedef rd_kafka_resp_err_t (*broker_command)(rd_kafka_mock_cluster_t *, int32_t, int);

static rd_kafka_resp_err_t down(rd_kafka_mock_cluster_t *c, int32_t id, int unused) {
    (void)unused;
    return rd_kafka_mock_broker_set_down(c, id);
}

static rd_kafka_resp_err_t up(rd_kafka_mock_cluster_t *c, int32_t id, int unused) {
    (void)unused;
    return rd_kafka_mock_broker_set_up(c, id);
}

static rd_kafka_resp_err_t each(int32_t id, broker_command command, int value) {
    if (id != 0) return command(cluster, id, value);
    rd_kafka_resp_err_t result = RD_KAFKA_RESP_ERR_NO_ERROR;
    for (id = 1; id <= broker_count && !result; id++) result = command(cluster, id, value);
    return result;
}

static void fail_requests(int api, int code, int count) {
    rd_kafka_resp_err_t *errors = calloc((size_t)count, sizeof *errors);
    for (int i = 0; i < count; i++) errors[i] = (rd_kafka_resp_err_t)code;
    rd_kafka_mock_push_request_errors_array(cluster, (int16_t)api, (size_t)count, errors);
    free(errors);
}

static rd_kafka_resp_err_t perform(const char *line) {
    char name[256];
    int a, b, c;
    if (sscanf(line, "down %d", &a) == 1) return each(a, down, 0);
    if (sscanf(line, "up %d", &a) == 1) return each(a, up, 0);
    if (sscanf(line, "rtt %d %d", &a, &b) == 2) return each(a, rd_kafka_mock_broker_set_rtt, b);
    if (sscanf(line, "err %d %d %d", &a, &b, &c) == 3 && c > 0) {
        fail_requests(a, b, c);
        return RD_KAFKA_RESP_ERR_NO_ERROR;
    }
    if (sscanf(line, "topicerr %255s %d", name, &a) == 2) {
        rd_kafka_mock_topic_set_error(cluster, name, (rd_kafka_resp_err_t)a);
        return RD_KAFKA_RESP_ERR_NO_ERROR;
    }
    if (sscanf(line, "leader %255s %d %d", name, &a, &b) == 3)
        return rd_kafka_mock_partition_set_leader(cluster, name, a, b);
    if (sscanf(line, "coordinator %255s %d", name, &a) == 2)
        return rd_kafka_mock_coordinator_set(cluster, "group", name, a);
    if (sscanf(line, "topic %255s %d", name, &a) == 2)
        return rd_kafka_mock_topic_create(cluster, name, a, broker_count);
    return RD_KAFKA_RESP_ERR__INVALID_ARG;
}

int main(int argc, char **argv) {
    char error[512], count[16], line[512];
    signal(SIGPIPE, SIG_IGN);
    if (argc > 1) broker_count = atoi(argv[1]);
    snprintf(count, sizeof count, "%d", broker_count);
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    rd_kafka_conf_set(conf, "test.mock.num.brokers", count, error, sizeof error);
    rd_kafka_conf_set(conf, "log_level", "3", error, sizeof error);
    rd_kafka_t *handle = rd_kafka_new(RD_KAFKA_PRODUCER, conf, error, sizeof error);
    if (!handle || !(cluster = rd_kafka_handle_mock_cluster(handle))) {
        fprintf(stderr, "mock_broker: %s\n", error);
        return 1;
    }
    for (int i = 2; i + 1 < argc; i += 2) {
        rd_kafka_resp_err_t result =
            rd_kafka_mock_topic_create(cluster, argv[i], atoi(argv[i + 1]), broker_count);
        if (result) fprintf(stderr, "mock_broker: topic %s: %s\n", argv[i], rd_kafka_err2str(result));
    }
    printf("%s\n", rd_kafka_mock_cluster_bootstraps(cluster));
    fflush(stdout);
    while (fgets(line, sizeof line, stdin)) {
        rd_kafka_resp_err_t result = perform(line);
        if (result)
            printf("error %s\n", rd_kafka_err2name(result));
        else
            printf("ok\n");
        fflush(stdout);
    }
    rd_kafka_destroy(handle);
    return 0;
}
