// Reads a data package with the library of its specification: descriptor, types, constraints, keys, references.
const {Package, validate} = require('datapackage');

async function check(file) {
  const {valid, errors} = await validate(file);
  if (!valid) {
    return errors.map(error => 'descriptor: ' + error.message);
  }
  const found = [];
  const dataPackage = await Package.load(file, {strict: true});
  for (const resource of dataPackage.resources) {
    try {
      const rows = await resource.read({keyed: true, relations: true});
      console.log(resource.name + ' ' + rows.length);
    } catch (error) {
      const parts = error.errors && error.errors.length ? error.errors : [error];
      parts.forEach(part => found.push(resource.name + ': ' + part.message));
    }
  }
  return found;
}

check(process.argv[2])
  .catch(error => [error.message])
  .then(found => {
    found.forEach(line => console.log('wrong ' + line));
    process.exitCode = found.length ? 1 : 0;
  });
