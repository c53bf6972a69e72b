package org.curation.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.Test;

/** Prometheus' configuration, the alerts and the dashboard. */
class MonitoringTest {
  private static final String DASHBOARD = "deploy/grafana/dashboards/curation-pipeline.json";

  @Test
  void shouldBeValidForPrometheus() throws Exception {
    // Given
    assumePromtool();

    // When
    Tool checked =
        Tool.run("promtool", "check", "config", "--lint-fatal", "deploy/prometheus/prometheus.yml");

    // Then
    assertThat(checked.code()).as(checked.output()).isZero();
    assertThat(checked.output()).contains("7 rules found");
  }

  @Test
  void shouldAlertWhenItMust() throws Exception {
    // Given
    assumePromtool();

    // When
    Tool checked = Tool.run("promtool", "test", "rules", "deploy/prometheus/alerts.test.yml");

    // Then
    assertThat(checked.code()).as(checked.output()).isZero();
  }

  @Test
  void shouldScrapeEachProgramOfCompose() throws Exception {
    // Given
    Set<String> services = Project.map(Project.yaml("docker-compose.yml").get("services")).keySet();

    // When
    List<String> targets = new ArrayList<>();
    for (Object job :
        Project.list(Project.yaml("deploy/prometheus/prometheus.yml").get("scrape_configs"))) {
      for (Object some : Project.list(Project.map(job).get("static_configs"))) {
        Project.list(Project.map(some).get("targets"))
            .forEach(target -> targets.add(target.toString().split(":", -1)[0]));
      }
    }

    // Then
    assertThat(targets).contains("ingest", "capture", "enrich", "sink");
    targets.remove("localhost");
    assertThat(services).containsAll(targets);
  }

  @Test
  void shouldHaveARunbookForEachAlert() throws Exception {
    // Given
    Set<String> anchors = new TreeSet<>();
    Project.text("docs/runbooks.md")
        .lines()
        .filter(line -> line.startsWith("#"))
        .forEach(
            line ->
                anchors.add(
                    line.replaceFirst("#+ ", "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-')));

    // When
    List<String> runbooks = new ArrayList<>();
    for (Object group : Project.list(Project.yaml("deploy/prometheus/alerts.yml").get("groups"))) {
      for (Object rule : Project.list(Project.map(group).get("rules"))) {
        runbooks.add(
            Project.map(Project.map(rule).get("annotations")).get("runbook_url").toString());
      }
    }

    // Then
    assertThat(runbooks)
        .isNotEmpty()
        .allSatisfy(
            url -> {
              assertThat(url).startsWith("docs/runbooks.md#");
              assertThat(anchors).contains(url.substring(url.indexOf('#') + 1));
            });
  }

  @Test
  void shouldTakeTheDashboardFromTheProvisionedSource() throws Exception {
    // Given
    JsonNode dashboard = Json.mapper().readTree(Project.text(DASHBOARD));
    String source =
        Project.map(
                Project.list(
                        Project.yaml("deploy/grafana/provisioning/datasources/prometheus.yml")
                            .get("datasources"))
                    .getFirst())
            .get("uid")
            .toString();

    // When
    List<JsonNode> panels = new ArrayList<>();
    dashboard.path("panels").forEach(panels::add);

    // Then
    assertThat(panels)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            panel -> {
              assertThat(panel.path("datasource").path("uid").asText()).isEqualTo(source);
              assertThat(panel.path("title").asText()).isNotEmpty();
              assertThat(panel.path("description").asText()).isNotEmpty();
              assertThat(panel.path("targets")).isNotEmpty();
            });
    assertThat(panels.stream().map(panel -> panel.path("id").asInt())).doesNotHaveDuplicates();
  }

  private static void assumePromtool() {
    assumeThat(Tool.installed("promtool"))
        .as("promtool is not installed; .ci/run installs it with prometheus")
        .isTrue();
  }
}
