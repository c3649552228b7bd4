-- The release that is being read.
-- params:
-- columns: release_id text, built_at timestamp, as_of date, content_checksum text, package_version text
select release_id, built_at, as_of, content_checksum, package_version from release
