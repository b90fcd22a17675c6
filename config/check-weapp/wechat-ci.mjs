/**
 * WeChat's own build and quality check (miniprogram-ci) over a folder, in a process of its own because it leaves
 * watchers running and talks a lot. Usage: node wechat-ci.mjs <built folder> <work folder>; writes result.json there.
 */
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ci = createRequire(import.meta.url)('miniprogram-ci');
const [built, work] = process.argv.slice(2);
// The settings DevTools will use, from the project's own file.
const { setting } = JSON.parse(readFileSync(new URL('../../project.config.json', import.meta.url), 'utf8'));

// It would ask WeChat for a list of allowed file endings; offline it falls back to its own. Nothing leaves here.
ci.proxy('http://127.0.0.1:9');

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
});
const projectPath = join(work, 'project');
cpSync(built, projectPath, { recursive: true });
writeFileSync(
  join(projectPath, 'project.config.json'),
  JSON.stringify({ miniprogramRoot: './', compileType: 'miniprogram', setting }),
);
const project = new ci.Project({
  appid: 'wx0000000000000000',
  type: 'miniProgram',
  projectPath,
  privateKey,
  attr: async () => ci.DefaultProjectAttr,
  ignores: [],
});

const result = { error: null, compiledFiles: [], findings: [] };
try {
  const options = { project, version: '0.0.0', setting: {}, onProgressUpdate: () => undefined };
  const compiled = await ci.getCompiledResult(options);
  result.compiledFiles = Object.keys(compiled).sort();
  const findings = await ci.checkCodeQuality(project);
  result.findings = findings.map(({ name, success, text }) => ({
    name,
    passed: success === true,
    text: text ?? '',
  }));
} catch (error) {
  result.error = String(error?.message ?? error);
}
writeFileSync(join(work, 'result.json'), JSON.stringify(result));
process.exit(0);
