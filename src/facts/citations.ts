import type { SourceKey } from './sources.ts';

const NEURON =
  'AWS Neuron SDK 2.32.0 documentation (awsdocs-neuron.readthedocs-hosted.com, text at github.com/aws-neuron/aws-neuron-sdk)';

/** What the marks of sources.ts stand for. */
const CITATIONS: Readonly<Record<SourceKey, string>> = {
  trainium1: `${NEURON}, about-neuron/arch/neuron-hardware/trainium.rst and trn1-arch.rst`,
  trainium2: `${NEURON}, about-neuron/arch/neuron-hardware/trainium2.rst`,
  trainium3: `${NEURON}, about-neuron/arch/neuron-hardware/trainium3.rst and trn3-arch.rst`,
  trn2: `${NEURON}, about-neuron/arch/neuron-hardware/trn2-arch.rst`,
  neuronCore3: `${NEURON}, about-neuron/arch/neuron-hardware/neuron-core-v3.rst`,
  nkiTrainium2: `${NEURON}, nki/guides/architecture/trainium2_arch.rst`,
  logicalCores: `${NEURON}, about-neuron/arch/neuron-features/logical-neuroncore-config.rst`,
  collectives: `${NEURON}, neuron-runtime/about/collectives.rst`,
  intraNode: `${NEURON}, neuron-runtime/explore/intranode-collective-comm.rst`,
  interNode: `${NEURON}, neuron-runtime/explore/internode-collective-comm.rst`,
  neuronLs: `${NEURON}, tools/neuron-sys-tools/neuron-ls.rst`,
  neuronGlossary: `${NEURON}, tools/neuron-explorer/glossary.rst`,
  neuronBenchmarks: `${NEURON}, about-neuron/benchmarks/trn1/training_data_decoder.csv`,
  nodeProblems: `${NEURON}, deploy/infrastructure/problem-detector.rst`,
  runtimeErrors: `${NEURON}, neuron-runtime/nrt-troubleshoot.rst`,
  aboutAmazonOctober: 'About Amazon, 29 October 2025 (mirrored at blog.biocomm.ai/2025/11/02)',
  semiAnalysisTrainium2:
    'SemiAnalysis, Trainium2 architecture and networking (newsletter.semianalysis.com/p/amazons-ai-self-sufficiency-trainium2-architecture-networking), read in summaries at latitudeds.com and tengele.com',
  semiAnalysisTrainium3:
    'SemiAnalysis, Trainium3 deep dive (newsletter.semianalysis.com/p/aws-trainium3-deep-dive-a-potential)',
  lockwood:
    'Glenn K. Lockwood, Trainium2, reading AWS photographs (glennklockwood.com/garden/processors/trainium2)',
  tomsHardware: "Tom's Hardware, December 2024, on AWS's ExaFLOPS-class supercomputer",
  newYorkTimes:
    'The New York Times, 24 June 2025 (quoted at shawnhoover.dev/notes/amazon-indiana-ai-energy-footprint.html)',
  semafor:
    'Semafor, 29 October 2025 (semafor.com/article/10/29/2025/aws-massive-multi-state-ai-data-center-is-powering-anthropics-claude)',
  cnbc: 'CNBC, 29 October 2025 (ceo-na.com/technology/amazon-opens-11-billion-ai-data-center)',
  register: 'The Register, 29 October 2025 (theoutpost.ai/news-story, 21303)',
  insideIndiana:
    'Inside Indiana Business (insideindianabusiness.com/articles/incentives-approved-for-amazon-data-center-project)',
  southBendTribune: 'South Bend Tribune, November 2025 (indianaeconomicdigest.net)',
  dataCenterNews:
    'DataCenterNews, 3 November 2025 (datacenter.news/story/aws-s-11bn-indiana-data-centre-powers-anthropic-s-ai-growth)',
  commissioners: 'St Joseph County Commissioners, 29 October 2024 (citizenportal.ai/articles/2145749)',
  epoch: 'Epoch AI, AI data centres, September 2026 (epoch.ai/data/ai-data-centers)',
  networkWorld: 'Network World, December 2024 (gixtools.net/2024/12, on the 10p10u network)',
  srd: 'Ernest Chiang, AWS SRD (ernestchiang.com/en/notes/general/aws-srd-scalable-reliable-datagram)',
  sustainability: 'AWS sustainability pages (aws.amazon.com/sustainability/data-centers)',
  pue: 'Data Center Dynamics (datacenterdynamics.com/en/news/aws-global-data-centers-achieved-pue-of-115-in-2023)',
  waterUse: 'Human Progress quoting Amazon, 2025 data (humanprogress.org)',
  sierraClub: 'Sierra Club Indiana, December 2025 (sierraclub.org/indiana/blog/2025/12)',
  llamaReliability:
    'Data Center Dynamics on the Llama 3 report (direct.datacenterdynamics.com/en/news/meta-report-details-hundreds-of-gpu-and-hbm3)',
  hyperPod: 'Checkpointless training on Amazon SageMaker HyperPod (aihub.hkuspace.hku.hk/2025/12/16)',
  a100: 'NVIDIA A100 Tensor Core GPU data sheet, SXM4 80 GB (nvidia.com)',
  h100: 'NVIDIA H100 Tensor Core GPU data sheet, SXM5 (nvidia.com), dense: half of the sparse figure printed',
  b200: 'NVIDIA DGX B200 data sheet and HGX B200 page (nvidia.com), an eighth of the system, dense: half of the sparse figure printed',
  tpu: 'Google Cloud documentation, TPU v5p (cloud.google.com/tpu/docs/v5p)',
  yahoo: 'Yahoo Finance, 29 October 2025 (mirrored at beyondlink.live)',
  registerJuly: 'The Register, 4 July 2025 (mirrored at climateerinvest.blogspot.com)',
  anthropic:
    'Anthropic, 20 April 2026 (anthropic.com/news/anthropic-amazon-compute, quoted at thesummerai.com)',
  weather:
    'US National Weather Service, normals of South Bend 1991–2020 (kamala.cod.edu/mi/latest.cdus43.SBN.KIWX.html and daily products)',
  talen: 'Channel NewsAsia on Talen and Susquehanna, June 2025 (channelnewsasia.com)',
  xEnergy: 'Reports on Amazon and X-energy (reports.adnoc.ae)',
};

/** A source as it is read: its marks replaced by what they stand for. */
export function cited(source: string): string {
  return source.replace(/§(\w+)/g, (mark, key) =>
    Object.hasOwn(CITATIONS, key) ? CITATIONS[key as SourceKey] : mark,
  );
}
