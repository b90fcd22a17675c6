/**
 * Which tests run how. The quick ones first and together; those that start processes, a browser or WeChat's
 * compilers afterwards, on few workers, with the builds they look at. The folder under tests/ decides; a test
 * that renders React components ends in .test.tsx. Their times are those of a machine with much else to do.
 */
const SLOW_FOLDERS = {
  cloud: ['store', 'local-cloud', 'journeys', 'bench', 'replay'],
  papers: ['papers'],
  architecture: ['architecture'],
  weapp: ['weapp'],
  browser: ['browser'],
};

const inFolders = (folders) => folders.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`);
const seconds = (count) => count * 1000;

export const projects = [
  {
    name: 'unit',
    include: ['tests/**/*.test.ts'],
    exclude: inFolders(Object.values(SLOW_FOLDERS).flat()),
    environment: 'node',
    workers: 2,
    timeout: seconds(60),
    order: 0,
    builds: [],
  },
  {
    name: 'components',
    include: ['tests/**/*.test.tsx'],
    exclude: inFolders(Object.values(SLOW_FOLDERS).flat()),
    environment: 'happy-dom',
    workers: 2,
    timeout: seconds(60),
    order: 0,
    builds: [],
  },
  {
    name: 'cloud',
    include: inFolders(SLOW_FOLDERS.cloud),
    exclude: [],
    environment: 'node',
    workers: 2,
    timeout: seconds(120),
    order: 1,
    builds: ['functions', 'local-cloud'],
  },
  {
    // Documents are rendered by LibreOffice and measured.
    name: 'papers',
    include: inFolders(SLOW_FOLDERS.papers),
    exclude: [],
    environment: 'node',
    workers: 2,
    timeout: seconds(180),
    order: 1,
    builds: [],
  },
  {
    name: 'architecture',
    include: inFolders(SLOW_FOLDERS.architecture),
    exclude: [],
    environment: 'node',
    workers: 2,
    timeout: seconds(120),
    order: 2,
    builds: ['functions', 'weapp'],
  },
  {
    name: 'weapp',
    include: inFolders(SLOW_FOLDERS.weapp),
    exclude: [],
    environment: 'node',
    workers: 1,
    timeout: seconds(120),
    order: 3,
    builds: ['weapp'],
  },
  {
    name: 'browser',
    include: inFolders(SLOW_FOLDERS.browser),
    exclude: [],
    environment: 'node',
    workers: 1,
    timeout: seconds(180),
    order: 4,
    builds: ['functions', 'local-cloud', 'admin', 'h5'],
  },
];
