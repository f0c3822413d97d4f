// Leaves out of the bundle what the page never runs: the GLSL of three's built-in materials, and of its renderer what
// serves headsets, reflections, lights and shadows. The scene draws with raw shaders of its own alone, without lights, and
// tests/architecture.test.ts keeps it so.

/** Parts of three's renderer that the scene has no use for, each as much as the rest of the renderer asks of it. */
const UNUSED = {
  WebXRDepthSensing: 'class WebXRDepthSensing {}',
  WebXRManager: `class WebXRManager extends EventDispatcher {
	enabled = false;
	isPresenting = false;
	cameraAutoUpdate = false;
	getEnvironmentBlendMode() { return undefined; }
	getSession() { return null; }
	setAnimationLoop() {}
	dispose() {}
}`,
  PMREMGenerator: 'class PMREMGenerator {}',
  WebGLEnvironments:
    'function WebGLEnvironments() { return { get: ( texture ) => texture ?? null, dispose() {} }; }',
  WebGLShadowMap: `function WebGLShadowMap() {
	this.enabled = false;
	this.autoUpdate = true;
	this.needsUpdate = false;
	this.render = () => {};
}`,
  // A scene without a lamp: what programs ask of it is how many there are.
  WebGLLights: `function WebGLLights() {
	const names = [ 'sun', 'directional', 'spot', 'rectArea', 'point', 'hemi' ];
	const parts = [ '', 'Shadow', 'ShadowMap', 'ShadowMatrix', 'ShadowCascade', 'LightMap', 'LightMatrix' ];
	const none = names.flatMap( ( name ) => parts.map( ( part ) => [ name + part, [] ] ) );
	const counts = { numSpotLightShadowsWithMaps: 0, numLightProbes: 0 };
	const state = { version: 0, hash: {}, ambient: [ 0, 0, 0 ], probe: [], ...Object.fromEntries( none ), ...counts };
	return { setup() {}, setupView() {}, state };
}`,
  WebGLMaterials: `function WebGLMaterials() {
	return {
		refreshFogUniforms() {},
		refreshMaterialUniforms( uniforms, material ) { material.uniformsNeedUpdate = false; },
	};
}`,
  WebGLMorphtargets: 'function WebGLMorphtargets() { return { update() {} }; }',
  WebGLUniformsGroups: 'function WebGLUniformsGroups() { return { bind() {}, update() {}, dispose() {} }; }',
  getDFGLUT: 'function getDFGLUT() { return null; }',
};

/** The same for what keeps a part of itself: made from its source. */
const SHORTENED = {
  // The numbers of lights, none of them, are asked for by every program.
  WebGLLights: (source) =>
    `${source.slice(0, source.indexOf('\n\t};'))}
	};
	return { setup() {}, setupView() {}, state };
}`.replace(/\tconst (cache|shadowCache) = [^;]*;\n/g, ''),
  WebGLMaterials: () => `function WebGLMaterials() {
	return {
		refreshFogUniforms() {},
		refreshMaterialUniforms( uniforms, material ) { material.uniformsNeedUpdate = false; },
	};
}`,
  WebGLMorphtargets: () => 'function WebGLMorphtargets() { return { update() {} }; }',
};

/** Puts `instead` in the place of a class or function at the top level of a file. */
function replaced(code, name, instead) {
  const from = code.search(new RegExp(`^(class|function) ${name}\\b`, 'm'));
  const to = code.indexOf('\n}\n', from);
  if (from < 0 || to < 0) throw new Error(`three.module.js has no ${name} any more`);
  const own = typeof instead === 'string' ? instead : instead(code.slice(from, to + 2));
  return code.slice(0, from) + own + code.slice(to + 2);
}

/** Empties the table of built-in materials: their uniforms fill as much as their shaders did. */
function withoutBuiltIns(code) {
  const from = code.indexOf('const ShaderLib = {');
  const to = code.indexOf('\n};', from);
  const physical = code.indexOf('ShaderLib.physical = {', to);
  const end = code.indexOf('\n};', physical);
  if (from < 0 || physical < 0 || physical - to > 200)
    throw new Error('three.module.js has no ShaderLib as it was');
  return `${code.slice(0, from)}const ShaderLib = {};${code.slice(end + 3)}`;
}

/** A vite plugin for builds. Fails when three's file no longer looks as expected, so that an upgrade is noticed. */
export function leanThree() {
  return {
    name: 'lean-three',
    apply: 'build',
    transform(code, id) {
      if (!/three\/build\/three\.module\.js$/.test(id.replaceAll('\\', '/'))) return null;
      const from = code.indexOf('const ShaderChunk = {');
      const to = code.indexOf('};', from);
      if (from < 0 || to < 0) throw new Error('three.module.js has no ShaderChunk any more');
      const names = new Set([...code.slice(from, to).matchAll(/:\s*([\w$]+)/g)].map((match) => match[1]));
      let blanked = 0;
      const lean = code.replace(/^(var|const) ([\w$]+) = "(?:[^"\\]|\\.)*";$/gm, (line, word, name) => {
        if (!names.has(name)) return line;
        blanked += 1;
        return `${word} ${name} = "";`;
      });
      if (blanked < 100) throw new Error(`only ${blanked} of three's shader chunks were found`);
      const parts = Object.entries({ ...UNUSED, ...SHORTENED });
      const small = parts.reduce((rest, [name, own]) => replaced(rest, name, own), lean);
      return { code: withoutBuiltIns(small), map: null };
    },
  };
}

/** A vite plugin for builds that takes comments, indentation and empty lines out of the scene's own shaders, which are
 *  template literals marked with a glsl comment. */
export function leanShaders() {
  return {
    name: 'lean-shaders',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/src\/scene\/.*\.tsx?$/.test(id.replaceAll('\\', '/'))) return null;
      const lean = code.replace(/\/\* glsl \*\/\s*`([^`]*)`/g, (_, text) => {
        const lines = text.split('\n').map((line) => line.replace(/\/\/.*$/, '').trim());
        return `\`${lines.filter((line) => line !== '').join('\n')}\``;
      });
      return { code: lean, map: null };
    },
  };
}

/** What @react-three/fiber asks of the clock it times frames with. */
const FRAME_CLOCK = `{
	oldTime: performance.now(),
	elapsedTime: 0,
	start() { this.oldTime = performance.now(); },
	stop() {},
	getDelta() {
		const now = performance.now();
		const delta = (now - this.oldTime) / 1000;
		this.oldTime = now;
		this.elapsedTime += delta;
		return delta;
	},
}`;

/** A vite plugin for builds: fiber times its frames with a clock of its own instead of three's, which three calls
 *  deprecated in every visitor's console. */
export function ownClock() {
  return {
    name: 'own-clock',
    apply: 'build',
    transform(code, id) {
      if (!/@react-three\/fiber\/dist\/.*\.js$/.test(id.replaceAll('\\', '/'))) return null;
      return code.includes('new THREE.Clock()')
        ? { code: code.replace('new THREE.Clock()', FRAME_CLOCK), map: null }
        : null;
    },
  };
}
