// Mirrors src/Protocol/Client; a host test fails when they differ.

export interface HubReply<T> {
  value: T | null;
  error: HubError | null;
}

export interface Done {
}

export interface HubError {
  code: string;
  message: string;
}

export interface JoinRequest {
  room: string;
  name: string;
  publicKey: string;
  resumeToken: string | null;
}

export interface JoinReply {
  self: string;
  resumeToken: string;
  seatHoldSeconds: number;
  maxParticipants: number;
  iceServers: IceServer[];
  participants: ParticipantView[];
  catalog: CatalogPlugin[];
  plugins: RoomPluginView[];
  consents: ConsentView[];
  pluginPeople: PluginPeople[];
  purposes: PurposeView[];
  recording: RecordingView | null;
}

export interface IceServer {
  urls: string[];
  username: string | null;
  credential: string | null;
}

export interface ParticipantView {
  id: string;
  name: string;
  publicKey: string;
  away: boolean;
  moderator: boolean;
}

export interface ParticipantGone {
  id: string;
}

export interface SeatTaken {
  message: string;
}

export interface RelayRequest {
  to: string;
  kind: string;
  sealed: string;
}

export interface Relayed {
  from: string;
  kind: string;
  sealed: string;
}

export interface CatalogPlugin {
  id: string;
  name: string;
  version: string;
  state: string;
  publisher: string | null;
  summary: string | null;
  errors: string[];
  trust: string;
  stateReason: string | null;
  update: CatalogUpdate | null;
}

export interface RoomPluginView {
  id: string;
  name: string;
  version: string;
  state: string;
  stateReason: string | null;
  addedBy: string;
  addedById: string;
  publisherName: string;
  publisherContact: string;
  privacyPolicyUrl: string;
  isolation: string;
  ui: PluginUiView[];
  capabilities: PluginCapabilityView[];
  flows: PluginFlowView[];
  channels: PluginChannelView[];
  sinks: PluginSinkView[];
  generation: number;
  trust: string;
  update: PluginUpdateView | null;
}

export interface PluginUiView {
  slot: string;
  title: string;
  url: string;
  mode: string;
}

export interface PluginCapabilityView {
  name: string;
  reason: string | null;
  optional: boolean;
  critical: boolean;
}

export interface PluginFlowView {
  key: string;
  data: string;
  to: string;
  purpose: string;
  retention: string;
  optional: boolean;
  critical: boolean;
}

export interface PluginChannelView {
  name: string;
  ordered: boolean;
  maxMessageBytes: number;
  maxMessagesPerSecond: number;
}

export interface PluginSinkView {
  id: string;
  url: string;
  operator: string;
  country: string;
}

export interface RoomPluginGone {
  id: string;
  reason: string;
}

export interface PluginRequest {
  pluginId: string;
}

export interface PluginInput {
  pluginId: string;
  generation: number;
  data: string;
}

export interface PluginMessage {
  pluginId: string;
  data: string;
}

export interface PluginChat {
  pluginId: string;
  pluginName: string;
  text: string;
}

export interface PluginNotification {
  pluginId: string;
  pluginName: string;
  text: string;
}

export interface PluginPeople {
  pluginId: string;
  self: string;
  people: PluginPerson[];
}

export interface PluginPerson {
  participantId: string;
  pseudonym: string;
  name: string | null;
}

export interface ChatDelivery {
  pluginIds: string[];
  messageId: string;
  text: string;
}

export interface ChannelRequest {
  pluginId: string;
  generation: number;
  channel: string;
  messagesSent: number;
  bytesSent: number;
}

export interface FileOffer {
  pluginId: string;
  generation: number;
  fileName: string;
  bytes: number;
}

export interface ConsentRequest {
  pluginId: string;
  choices: FlowChoice[];
}

export interface FlowChoice {
  flow: string;
  choice: string;
}

export interface ConsentView {
  pluginId: string;
  choices: FlowChoice[];
  update: UpdateAnswerView | null;
}

export interface LedgerRequest {
  after: number | null;
}

export interface LedgerBatch {
  before: string;
  entries: LedgerEntryView[];
  last: number;
}

export interface LedgerEntryView {
  sequence: number;
  at: number;
  pluginId: string;
  capability: string;
  category: string;
  subject: string;
  sink: string;
  verdict: string;
  count: number;
  bytes: number;
  words: string | null;
  salt: string | null;
  digest: string;
  hash: string;
}

export interface TransformStart {
  pluginId: string;
}

export interface TransformStop {
  pluginId: string;
  frames: number;
}

export interface RecordingStart {
  pluginId: string;
}

export interface RecordingAnswer {
  recordingId: string;
  allow: boolean;
}

export interface RecordingStop {
  recordingId: string;
}

export interface RecordingView {
  id: string;
  pluginId: string;
  pluginName: string;
  startedBy: string;
  startedById: string;
  startedAt: number;
  allowed: string[];
}

export interface RecordingEnded {
  id: string;
  reason: string;
}

export interface CatalogUpdate {
  version: string;
  until: number;
}

export interface PluginUpdateView {
  id: string;
  name: string;
  version: string;
  older: boolean;
  trust: string;
  publisherName: string;
  publisherContact: string;
  privacyPolicyUrl: string;
  capabilities: PluginCapabilityView[];
  flows: PluginFlowView[];
  sinks: PluginSinkView[];
  changes: UpdateChange[];
  unanswered: number;
}

export interface UpdateChange {
  what: string;
  before: string | null;
  after: string | null;
}

export interface UpdateAnswer {
  pluginId: string;
  update: string;
  choices: FlowChoice[];
}

export interface UpdateAnswerView {
  update: string;
  choices: FlowChoice[];
}

export interface RevocationReceipt {
  id: string;
  pluginId: string;
  pluginName: string;
  occasion: string;
  purpose: string | null;
  at: number;
  categories: string[];
  state: string;
  tookMs: number | null;
  workerEnded: boolean;
  framesReset: boolean;
  valuesDeleted: number;
  keysWait: boolean;
  sent: SentView[];
  erasures: ErasureView[];
}

export interface SentView {
  sink: string;
  operator: string | null;
  country: string | null;
  first: number;
  last: number;
  count: number;
  bytes: number;
}

export interface ErasureView {
  sink: string;
  url: string;
  state: string;
  reason: string | null;
  at: number;
}

export interface ReceiptList {
  receipts: RevocationReceipt[];
}

export interface ModeratorRequest {
  id: string;
}

export interface ModerationRequest {
  id: string;
}

export interface MuteAsked {
  by: string;
  pluginName: string | null;
  reason: string | null;
}

export interface SeatEnded {
  by: string;
  pluginName: string | null;
  reason: string | null;
}

export interface QualityDelivery {
  pluginIds: string[];
  rttMs: number;
  lossPercent: number;
  kbps: number;
}

export interface ReactionDelivery {
  pluginIds: string[];
  reaction: string;
}

export interface SpeakingDelivery {
  pluginIds: string[];
  speaking: boolean;
}

export interface PluginQuestion {
  id: string;
  pluginId: string;
  pluginName: string;
  kind: string;
  text: string;
  participantId: string | null;
  accept: string[];
  maxBytes: number;
  maxFiles: number;
  seconds: number;
}

export interface QuestionAnswer {
  id: string;
  allow: boolean;
}

export interface PluginQuestionGone {
  id: string;
}

export interface CardDelivery {
  pluginIds: string[];
  fields: CardFields | null;
}

export interface CardFields {
  displayName: string | null;
  pronouns: string | null;
  role: string | null;
  organisation: string | null;
  link: string | null;
  about: string | null;
}

export interface FilesHanded {
  id: string;
  files: HandedFile[];
}

export interface HandedFile {
  name: string;
  type: string;
  bytes: number;
}

export interface FileWanted {
  id: string;
  file: number;
  offset: number;
  bytes: number;
}

export interface FilePart {
  id: string;
  file: number;
  offset: number;
  data: string;
}

export interface FilesStopped {
  id: string;
}

export interface FilesDone {
  id: string;
  complete: boolean;
}

export interface FilesShown {
  pluginId: string;
  generation: number;
  files: HandedFile[];
}

export interface RoomPurposesView {
  purposes: PurposeView[];
}

export interface PurposeView {
  name: string;
  on: boolean;
}

export interface PurposeSwitch {
  purpose: string;
  on: boolean;
}
