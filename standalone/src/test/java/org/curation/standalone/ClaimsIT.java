package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two items that want one address, through real topics, in one order and the other. */
class ClaimsIT {
  private static final String COMMUNITY = "medigy-care-team";
  private static final String ADDRESS = "slug: care-example-same-title";

  @TempDir Path folder;

  @Test
  void shouldPublishBothApartAndHandTheAddressOnWhenItsOwnerIsDeleted() throws Exception {
    // Given two sites: one hears of both items at once, the other of the younger one first
    RunRequest together = Runs.request(records("together", 1, 2), folder.resolve("one"));
    RunRequest apart = Runs.request(records("apart", 2), folder.resolve("other"));
    Runs.run(together);
    Runs.run(apart);
    assertThat(Runs.documentWith(apart.out(), "\nid: 2\n")).contains(ADDRESS + "\n");

    // When
    records("apart", 1, 2);
    Runs.run(apart);

    // Then
    assertThat(Runs.documentWith(apart.out(), "\nid: 1\n")).contains(ADDRESS + "\n");
    assertThat(Runs.documentWith(apart.out(), "\nid: 2\n")).contains(ADDRESS + "-2\n");
    assertThat(Runs.hashes(apart.out())).isEqualTo(Runs.hashes(together.out()));

    // When the owner is deleted
    for (String each : new String[] {"together", "apart"}) {
      Files.delete(folder.resolve(each).resolve("1.json"));
    }
    Runs.run(Runs.mirroring(together));
    Runs.run(Runs.mirroring(apart));

    // Then
    assertThat(Runs.documentWith(apart.out(), "\nid: 2\n"))
        .contains(ADDRESS + "\n")
        .contains("/care-example-same-title-2/\n");
    assertThat(Runs.hashes(apart.out())).isEqualTo(Runs.hashes(together.out()));

    // When nothing changes, nothing changes
    Map<String, String> before = Runs.times(apart.out());
    Runs.run(Runs.mirroring(apart));
    assertThat(Runs.times(apart.out())).isEqualTo(before);
  }

  private Path records(String name, int... items) throws Exception {
    Path from = Files.createDirectories(folder.resolve(name));
    WorkPackages.schema(from, 5);
    for (int item : items) {
      WorkPackages.workPackage(from, item + ".json", item, 1, "Same Title", 5, COMMUNITY);
    }
    return from;
  }
}
