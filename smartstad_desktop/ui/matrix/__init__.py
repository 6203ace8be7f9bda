"""The goal matrix: projects by goals, municipalities by goals, and needs by services, in one and the same grid."""
