/**
 * Imported by benches that start programs: takes out of the environment what makes every start of Node dearer on some machines and not on a teacher's.
 * Certificates of a proxy are read at each start (75 ms of 115 where this was found), which flatters all multiples of `node -e 0`.
 */
for (const name of ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'NODE_V8_COVERAGE', 'NODE_COMPILE_CACHE'])
  delete process.env[name]
