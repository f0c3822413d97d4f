// Writes dist-scorm/inside-project-rainier-scorm12.zip: the built site as a course of SCORM 1.2, a lesson for each tour.
import { loadTour, TOURS } from '../../src/state/tour.ts';
import { builtSite, writeArchive } from './archive.mjs';

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The manifest of the course (SCORM 1.2, Content Aggregation Model §2.3). Both lessons are the same page, opened
 *  differently. */
async function manifest(files: readonly string[]): Promise<string> {
  const items = await Promise.all(
    TOURS.map(async (id) => {
      const { title } = await loadTour(id);
      return `      <item identifier="tour-${id}" identifierref="page" isvisible="true" parameters="?lms=1&amp;tour=${id}">
        <title>${xml(typeof title === 'string' ? title : title.en)}</title>
      </item>`;
    }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="inside-project-rainier" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="tours">
    <organization identifier="tours">
      <title>Inside Project Rainier</title>
${items.join('\n')}
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">
${files.map((name) => `      <file href="${xml(name)}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}

const [folder = 'dist-scorm', dist] = process.argv.slice(2);
// A course keeps nothing in the browser: its system does.
const site = builtSite(dist).filter(([name]) => name !== 'keeper.js');
const course = new TextEncoder().encode(await manifest(site.map(([name]) => name)));
writeArchive(folder, 'inside-project-rainier-scorm12.zip', [['imsmanifest.xml', course], ...site]);
