/**
 * Papers of Hugging Face's days with the topics that are right for them, as somebody found who read titles and abstracts.
 * They were drawn by the SHA-256 of `topics:` and the id, smallest first: 80, then 60. A topic that is right brings
 * those above it.
 */

/** The papers that the list of topics was made with, a line each: id, then topics. */
export const LABELLED = `
2607.07740 long-context efficiency architectures
2607.26451 benchmarks agents software-engineering
2607.00394 memory retrieval agents efficiency
2607.05804 distillation agents efficiency
2607.26991 robotics test-time-compute reinforcement-learning
2608.00574 architectures vision-language
2608.10679 benchmarks reasoning retrieval
2608.04397 benchmarks languages reasoning
2606.29538 agent-skills
2608.12898 documents vision-language
2607.03118 video-generation
2608.09928 interpretability vision-language
2608.14036 agent-skills benchmarks
2607.24653 model-reports architectures
2607.06291 world-models video-generation games
2607.05910 safety benchmarks vision
2607.00678 robotics world-models
2606.26015 languages safety
2607.29684 3d
2607.05352 world-models games multi-agent
2607.05722 diffusion efficiency architectures
2607.06558 world-models robotics
2607.16051 architectures pre-training
2608.08975 science benchmarks
2607.20061 robotics
2607.00272 robotics agent-skills skill-discovery
2607.14277 agents tool-use
2608.03874 agent-skills benchmarks self-improvement
2607.18110 reinforcement-learning distillation
2607.01804 robotics
2607.02770 model-reports vision-language reasoning architectures
2606.27282 time-series
2607.16107 speech-audio video-understanding vision-language reasoning
2501.00599 video-understanding vision-language benchmarks
2608.15304 safety agents
2607.01131 science agents
2412.06845 model-reports pre-training
2608.16435
2608.15008 memory benchmarks
2608.17253 reinforcement-learning multi-agent reasoning learning-without-labels
2608.13120 agent-skills self-improvement
2607.08758 benchmarks science reasoning
2607.09655 driving video-generation synthetic-data
2608.05248 3d agents
2608.16721 image-generation agents
2606.29082 science fine-tuning
2608.14106 time-series
2608.06485 role-playing benchmarks agents
2607.24280 search-agents distillation multi-agent reinforcement-learning
2608.06947 retrieval safety
2608.15698 retrieval documents vision-language
2608.03392 software-engineering agents self-improvement surveys
2607.11886 image-generation vision-language reinforcement-learning
2608.16393 safety agents benchmarks
2608.02148 retrieval vision-language model-reports recommendation
2607.27042 efficiency
2607.28590 distillation vision-language
2606.27708 retrieval distillation recommendation vision-language fine-tuning
2608.10299 self-improvement multi-agent surveys
2412.07583 video-generation efficiency diffusion
2608.05811 diffusion image-generation
2607.02471 vision earth diffusion
2607.25659 reinforcement-learning
2607.02980 long-context efficiency architectures
2607.17986 safety agents
2608.05802 distillation mathematics languages
2608.03700 safety benchmarks agent-skills role-playing
2501.01423 image-generation diffusion
2607.14660 benchmarks video-understanding vision-language
2608.06020 world-models multi-agent
2606.29445 video-understanding benchmarks gui-agents vision-language
2412.09618 image-generation diffusion vision-language
2412.07589 image-generation diffusion vision-language
2412.06089 image-generation diffusion
2607.01071 memory benchmarks
2607.12625 gui-agents memory self-improvement agent-skills
2607.28675 3d diffusion
2412.09405 efficiency
2607.05147 efficiency
2606.30084 gui-agents vision-language efficiency
`;

/** Papers that were labelled and looked at only when list and rule stood. */
export const HELD_OUT = `
2608.09096 benchmarks agents self-improvement
2607.15330 robotics pre-training
2608.13900 agents
2608.11924 science agent-skills agents
2607.07702 agents self-improvement
2607.15277 reasoning
2608.10636 retrieval documents distillation efficiency vision-language
2607.15207 safety robotics world-models
2501.05453 pre-training video-understanding vision
2607.21017 robotics benchmarks 3d
2608.12990 memory efficiency
2608.13417 benchmarks science agents
2608.04505 model-reports languages architectures long-context
2607.24720 planning distillation agents pre-training
2608.14667 science agents
2607.04751 distillation reinforcement-learning
2608.10366 benchmarks agents gui-agents
2608.17402 architectures efficiency vision-language video-understanding
2607.26497 retrieval benchmarks
2606.24256 world-models benchmarks video-generation
2608.17050 architectures fine-tuning
2608.19863 speech-audio learning-without-labels pre-training
2606.19271 video-generation efficiency
2608.11752 video-generation speech-audio human-motion
2501.04377 image-generation efficiency
2608.08160 benchmarks agents games role-playing
2607.24743 medicine vision-language
2606.29887 safety benchmarks
2608.08021 vision-language reinforcement-learning reasoning
2412.07187 safety
2607.19343 world-models robotics video-generation
2412.07334 interpretability
2607.27180 benchmarks robotics vision-language
2607.11523 video-understanding agents
2606.30616 agents architectures model-reports
2607.02466 robotics pre-training
2405.15071 reasoning interpretability architectures
2607.21655 robotics surveys reinforcement-learning process-rewards
2608.07110 test-time-compute architectures
2607.23782 robotics
2608.14290 architectures reasoning model-reports
2607.04438 science agent-skills agents
2607.07675 video-generation robotics pre-training architectures
2608.11994 test-time-compute reasoning efficiency
2607.23806 memory
2608.03573 fine-tuning reinforcement-learning
2607.19942 synthetic-data vision games earth
2608.09802 benchmarks software-engineering agents languages
2608.08107 vision-language fine-tuning
2405.14908 pre-training efficiency
2405.15682 pre-training
2607.25236 world-models planning software-engineering
2607.07608 robotics memory
2608.13606 memory benchmarks
2607.19691 reasoning reinforcement-learning test-time-compute
2607.03068 vision learning-without-labels
2412.05994 3d science
2607.16922 driving safety
2606.27771 reinforcement-learning diffusion image-generation
2608.05565 video-generation
`;
