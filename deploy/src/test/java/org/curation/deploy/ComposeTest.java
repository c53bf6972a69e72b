package org.curation.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docker-compose.yml: what no engine is needed for to know. */
class ComposeTest {
  private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|api_?key).*");

  @Test
  void shouldBeValidForDockerCompose() throws Exception {
    // Given
    assumeThat(Tool.installed("docker-compose"))
        .as("docker-compose is not installed; .ci/run installs it")
        .isTrue();

    // When
    // It checks the file against the Compose specification's JSON Schema that it brings along.
    Tool checked = Tool.run("docker-compose", "-f", "docker-compose.yml", "config", "--quiet");

    // Then
    assertThat(checked.code()).as(checked.output()).isZero();
  }

  @Test
  void shouldFindAMistakeWithDockerCompose() throws Exception {
    // Given
    assumeThat(Tool.installed("docker-compose"))
        .as("docker-compose is not installed; .ci/run installs it")
        .isTrue();

    // When
    Tool checked =
        Tool.run(
            "docker-compose",
            "-f",
            "docker-compose.yml",
            "-f",
            "deploy/src/test/resources/mistaken-compose.yml",
            "config",
            "--quiet");

    // Then
    assertThat(checked.code()).isNotZero();
    assertThat(checked.output()).contains("conditon");
  }

  @Test
  void shouldOpenPortsOnLoopbackOnly() throws Exception {
    services()
        .forEach(
            (name, service) ->
                assertThat(Project.list(service("ports", service)))
                    .as(name)
                    .allMatch(port -> port.toString().startsWith("127.0.0.1:")));
  }

  @Test
  void shouldHoldNoSecret() throws Exception {
    services()
        .forEach(
            (name, service) ->
                Project.map(service("environment", service))
                    .forEach(
                        (variable, value) -> {
                          if (SECRET.matcher(variable).matches()) {
                            assertThat(String.valueOf(value))
                                .as("%s: %s is taken from a file", name, variable)
                                .startsWith("$${file:");
                          }
                        }));
  }

  @Test
  void shouldNameTheVersionOfEachImage() throws Exception {
    services()
        .forEach(
            (name, service) ->
                assertThat(String.valueOf(service("image", service)))
                    .as(name)
                    .matches("[a-z/-]+:v?\\d+\\.\\d+\\.\\d+"));
  }

  @Test
  void shouldMountWhatExists() throws Exception {
    Map<String, Object> volumes = Project.map(Project.yaml("docker-compose.yml").get("volumes"));
    services()
        .forEach(
            (name, service) ->
                Project.list(service("volumes", service))
                    .forEach(
                        mount -> {
                          String from = mount.toString().split(":", -1)[0];
                          if (from.startsWith("./")) {
                            assertThat(Project.HOME.resolve(from)).as(name).isDirectory();
                            assertThat(mount.toString()).as(name).endsWith(":ro");
                          } else {
                            assertThat(volumes).as(name).containsKey(from);
                          }
                        }));
  }

  @Test
  void shouldStartOneAfterTheOther() throws Exception {
    assertThat(condition("topics", "kafka")).isEqualTo("service_healthy");
    for (String program : new String[] {"enrich", "capture", "sink"}) {
      assertThat(condition(program, "topics")).isEqualTo("service_completed_successfully");
      assertThat(condition("ingest", program)).isEqualTo("service_healthy");
    }
    assertThat(condition("grafana", "prometheus")).isEqualTo("service_healthy");
  }

  private static Object condition(String of, String on) throws Exception {
    Object all = Project.map(services().get(of)).get("depends_on");
    Object one = Project.map(all).get(on);
    assertThat(one).as("%s waits for %s", of, on).isNotNull();
    return Project.map(one).get("condition");
  }

  private static Map<String, Object> services() throws Exception {
    return Project.map(Project.yaml("docker-compose.yml").get("services"));
  }

  private static Object service(String key, Object service) {
    return Project.map(service).get(key);
  }
}
