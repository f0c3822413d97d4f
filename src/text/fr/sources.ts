/** Sources of the record in French. Names of papers and pages stay as they are; what stands around them does not. */

/** Sources that are said in words, by the English (marks are those of facts/sources.ts). */
export const wordsInFrench: Readonly<Record<string, string>> = {
  'derived: 910 MW ÷ 1.03 million chips (§epoch)': 'calculé\u00a0: 910 MW ÷ 1,03 million de puces (§epoch)',
  'Announcements of AWS on Project Rainier': 'annonces d’AWS sur le projet Rainier',
  '§neuronBenchmarks; derived': '§neuronBenchmarks ; calculé',
  'derived: 4 servers × 8 trays': 'calculé\u00a0: 4 serveurs × 8 tiroirs',
  'derived: 4 servers × 1 tray': 'calculé\u00a0: 4 serveurs × 1 tiroir',
  'derived: 64 chips × 6 neighbours ÷ 2': 'calculé\u00a0: 64 puces × 6 voisines ÷ 2',
  'derived: 192 links − 32 inside trays': 'calculé\u00a0: 192 liens − 32 dans les tiroirs',
  'derived: 4 servers × 8 chip pairs': 'calculé\u00a0: 4 serveurs × 8 paires de puces',
  'derived: 16 rings in Z × 2 of 4 hops': 'calculé\u00a0: 16 anneaux en Z × 2 sauts sur 4',
  'derived: 4 servers × 3,200 Gb/s': 'calculé\u00a0: 4 serveurs × 3\u202f200 Gb/s',
  'derived: 910 MW ÷ 1.03 million chips × 64 (§epoch)':
    'calculé\u00a0: 910 MW ÷ 1,03 million de puces × 64 (§epoch)',
  'derived: 16 chips × 4 neighbours ÷ 2': 'calculé\u00a0: 16 puces × 4 voisines ÷ 2',
  'derived: chips that share adjacent PCI buses in §neuronLs':
    'déduit\u00a0: puces qui partagent des bus PCI voisins dans §neuronLs',
  'derived: one link joins the two chips of each pair':
    'déduit\u00a0: un lien joint les deux puces de chaque paire',
  'derived: 54 days ÷ 419': 'calculé\u00a0: 54 jours ÷ 419',
  'derived: 3.09 h × 16,384 = 50,700 h': 'calculé\u00a0: 3,09 h × 16\u202f384 = 50\u202f700 h',
  'derived: bf16 weight 2, fp32 gradient or copy 2, master and two moments 12':
    'calculé\u00a0: poids bf16 2, gradient fp32 ou copie 2, maître et deux moments 12',
  'derived: 910 MW of IT power ÷ 65 MW a building':
    'calculé\u00a0: 910 MW de puissance informatique ÷ 65 MW par bâtiment',
  'derived: 910 MW of IT power ÷ 14': 'calculé\u00a0: 910 MW de puissance informatique ÷ 14',
  'derived: 73,000 chips a building ÷ 64': 'calculé\u00a0: 73\u202f000 puces par bâtiment ÷ 64',
  'derived: 7 × 65 MW of IT power': 'calculé\u00a0: 7 × 65 MW de puissance informatique',
  'derived: 910 MW ÷ 65 MW': 'calculé\u00a0: 910 MW ÷ 65 MW',
  'derived: 1,024 GB/s a chip ÷ 4 neighbours ÷ 2 directions':
    'calculé\u00a0: 1\u202f024 GB/s par puce ÷ 4 voisines ÷ 2 sens',
  'derived: 256 GB/s a chip ÷ 2 neighbours ÷ 2 directions':
    'calculé\u00a0: 256 GB/s par puce ÷ 2 voisines ÷ 2 sens',
  'derived: light in glass of refractive index 1.47':
    'déduit\u00a0: lumière dans un verre d’indice de réfraction 1,47',
};

const NEURON =
  'documentation d’AWS Neuron SDK 2.32.0 (awsdocs-neuron.readthedocs-hosted.com, texte à github.com/aws-neuron/aws-neuron-sdk)';

/** What the marks stand for, where it is not the same in French. */
export const citationsInFrench: Readonly<Record<string, string>> = {
  trainium1: `${NEURON}, about-neuron/arch/neuron-hardware/trainium.rst et trn1-arch.rst`,
  trainium2: `${NEURON}, about-neuron/arch/neuron-hardware/trainium2.rst`,
  trainium3: `${NEURON}, about-neuron/arch/neuron-hardware/trainium3.rst et trn3-arch.rst`,
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
  aboutAmazonOctober: 'About Amazon, 29 octobre 2025 (copie à blog.biocomm.ai/2025/11/02)',
  semiAnalysisTrainium2:
    'SemiAnalysis, « Trainium2 architecture and networking » (newsletter.semianalysis.com/p/amazons-ai-self-sufficiency-trainium2-architecture-networking), lu en résumés à latitudeds.com et tengele.com',
  lockwood:
    'Glenn K. Lockwood, Trainium2, d’après des photographies d’AWS (glennklockwood.com/garden/processors/trainium2)',
  tomsHardware: 'Tom’s Hardware, décembre 2024, sur le supercalculateur exaflopique d’AWS',
  newYorkTimes:
    'The New York Times, 24 juin 2025 (cité à shawnhoover.dev/notes/amazon-indiana-ai-energy-footprint.html)',
  semafor:
    'Semafor, 29 octobre 2025 (semafor.com/article/10/29/2025/aws-massive-multi-state-ai-data-center-is-powering-anthropics-claude)',
  cnbc: 'CNBC, 29 octobre 2025 (ceo-na.com/technology/amazon-opens-11-billion-ai-data-center)',
  register: 'The Register, 29 octobre 2025 (theoutpost.ai/news-story, 21303)',
  southBendTribune: 'South Bend Tribune, novembre 2025 (indianaeconomicdigest.net)',
  dataCenterNews:
    'DataCenterNews, 3 novembre 2025 (datacenter.news/story/aws-s-11bn-indiana-data-centre-powers-anthropic-s-ai-growth)',
  commissioners: 'Commissaires du comté de St Joseph, 29 octobre 2024 (citizenportal.ai/articles/2145749)',
  epoch: 'Epoch AI, centres de données d’IA, septembre 2026 (epoch.ai/data/ai-data-centers)',
  networkWorld: 'Network World, décembre 2024 (gixtools.net/2024/12, sur le réseau 10p10u)',
  sustainability: 'pages d’AWS sur le développement durable (aws.amazon.com/sustainability/data-centers)',
  waterUse: 'Human Progress citant Amazon, données de 2025 (humanprogress.org)',
  sierraClub: 'Sierra Club Indiana, décembre 2025 (sierraclub.org/indiana/blog/2025/12)',
  llamaReliability:
    'Data Center Dynamics sur le rapport de Llama 3 (direct.datacenterdynamics.com/en/news/meta-report-details-hundreds-of-gpu-and-hbm3)',
  hyperPod:
    'Entraînement sans points de reprise sur Amazon SageMaker HyperPod (aihub.hkuspace.hku.hk/2025/12/16)',
  a100: 'fiche technique du NVIDIA A100 Tensor Core GPU, SXM4 80 GB (nvidia.com)',
  h100: 'fiche technique du NVIDIA H100 Tensor Core GPU, SXM5 (nvidia.com), dense\u00a0: la moitié du chiffre creux imprimé',
  b200: 'fiche technique du NVIDIA DGX B200 et page du HGX B200 (nvidia.com), un huitième du système, dense\u00a0: la moitié du chiffre creux imprimé',
  tpu: 'documentation de Google Cloud, TPU v5p (cloud.google.com/tpu/docs/v5p)',
  yahoo: 'Yahoo Finance, 29 octobre 2025 (copie à beyondlink.live)',
  registerJuly: 'The Register, 4 juillet 2025 (copie à climateerinvest.blogspot.com)',
  anthropic: 'Anthropic, 20 avril 2026 (anthropic.com/news/anthropic-amazon-compute, cité à thesummerai.com)',
  weather:
    'US National Weather Service, normales de South Bend 1991–2020 (kamala.cod.edu/mi/latest.cdus43.SBN.KIWX.html et bulletins quotidiens)',
  talen: 'Channel NewsAsia sur Talen et Susquehanna, juin 2025 (channelnewsasia.com)',
  xEnergy: 'Articles sur Amazon et X-energy (reports.adnoc.ae)',
};
