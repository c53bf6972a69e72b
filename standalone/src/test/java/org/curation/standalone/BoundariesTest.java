package org.curation.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The borders of modules and packages, and the size of rooms. */
@AnalyzeClasses(
    packages = "org.curation",
    importOptions = {ImportOption.DoNotIncludeTests.class, BoundariesTest.NoTestJars.class})
class BoundariesTest {
  /** The other modules' tests come in jars. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String[] SERVICES = {
    "org.curation.ingest..", "org.curation.enrich..", "org.curation.sink.."
  };

  @ArchTest
  static final ArchRule modelUsesNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage("org.curation.model..")
          .should()
          .dependOnClassesThat(
              com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                      "org.curation..")
                  .and(
                      com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(
                          "org.curation.model..")));

  @ArchTest
  static final ArchRule serviceUsesTheModelOnly =
      noClasses()
          .that()
          .resideInAPackage("org.curation.service..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.curation.ingest..",
              "org.curation.enrich..",
              "org.curation.sink..",
              "org.curation.embedded..",
              "org.curation.standalone..");

  @ArchTest
  static final ArchRule brokerUsesTheModelOnly =
      noClasses()
          .that()
          .resideInAPackage("org.curation.embedded..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.curation.service..",
              "org.curation.ingest..",
              "org.curation.enrich..",
              "org.curation.sink..",
              "org.curation.standalone..");

  @ArchTest
  static final ArchRule servicesMeetOnTopicsOnly =
      SlicesRuleDefinition.slices()
          .matching("org.curation.(ingest|enrich|sink)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule servicesKnowNoStandalone =
      noClasses()
          .that()
          .resideInAnyPackage(SERVICES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.curation.standalone..", "org.curation.embedded..");

  @ArchTest
  static final ArchRule coreKnowsNoKafka =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.curation.enrich.body..",
              "org.curation.enrich.record..",
              "org.curation.enrich.link..",
              "org.curation.enrich.description..",
              "org.curation.enrich.page..",
              "org.curation.enrich.offering..",
              "org.curation.enrich.archetype..",
              "org.curation.enrich.yaml..",
              "org.curation.enrich.gate..",
              "org.curation.enrich.claim..",
              "org.curation.enrich.state..",
              "org.curation.enrich.document..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.curation.enrich.process..");

  @ArchTest
  static final ArchRule readingYamlKnowsNothingOfEnrichment =
      noClasses()
          .that()
          .resideInAPackage("org.curation.enrich.yaml..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.curation.enrich..")
                  .and(resideOutsideOfPackage("org.curation.enrich.yaml..")));

  @ArchTest
  static final ArchRule enrichmentReadsNoNetwork =
      noClasses()
          .that()
          .resideInAPackage("org.curation.enrich..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "java.nio.channels..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.Socket");

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils");

  @ArchTest
  static final ArchRule packagesSayWhatTheyAreFor =
      classes().should(resideInAPackageWithDescription());

  @Test
  void shouldKeepRoomsSmall() throws IOException {
    // When
    List<Integer> main = lengths("src/main/java");
    List<Integer> test = lengths("src/test/java");

    // Then
    assertThat(main).hasSizeGreaterThan(100);
    assertThat(main.get(main.size() / 2)).as("median class").isLessThan(80);
    assertThat(main.get(main.size() - 1)).as("longest class").isLessThanOrEqualTo(400);
    assertThat(test.get(test.size() - 1)).as("longest test").isLessThanOrEqualTo(400);
  }

  /** The lengths of all classes of a kind, the shortest first. */
  private static List<Integer> lengths(String kind) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      return files
          .filter(file -> file.toString().endsWith(".java") && file.toString().contains(kind))
          .map(BoundariesTest::lines)
          .sorted()
          .toList();
    }
  }

  private static int lines(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ArchCondition<JavaClass> resideInAPackageWithDescription() {
    return new ArchCondition<>("reside in a package with a package-info that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean described =
            type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
        if (!described) {
          events.add(
              SimpleConditionEvent.violated(type, type.getPackageName() + " has no package-info"));
        }
      }
    };
  }
}
