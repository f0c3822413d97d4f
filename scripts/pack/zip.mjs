// Writes dist-zip/inside-project-rainier.zip: the built site in one folder, for disks and for hosts that are given files.
import { builtSite, writeArchive } from './archive.mjs';

const NAME = 'inside-project-rainier';
const [folder = 'dist-zip', dist] = process.argv.slice(2);
writeArchive(
  folder,
  `${NAME}.zip`,
  builtSite(dist).map(([name, bytes]) => [`${NAME}/${name}`, bytes]),
);
