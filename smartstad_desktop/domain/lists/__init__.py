"""Lists that go out to municipalities and come back: columns, verdicts, likeness."""
