import type {
  CardDelivery, CatalogPlugin, ChannelRequest, ChatDelivery, ConsentRequest, ConsentView, Done, FileOffer, FilePart, FilesDone,
  FilesHanded, FilesShown, FilesStopped, FileWanted, JoinReply, JoinRequest, LedgerBatch, LedgerRequest, ModerationRequest,
  ModeratorRequest, MuteAsked, ParticipantGone, ParticipantView, PluginChat, PluginInput, PluginMessage, PluginNotification, PluginPeople,
  PluginQuestion, PluginQuestionGone, PluginRequest, PurposeSwitch, QualityDelivery, QuestionAnswer, ReactionDelivery, ReceiptList, RecordingAnswer,
  RecordingEnded, RecordingStart, RecordingStop, RecordingView, Relayed, RelayRequest, RevocationReceipt, RoomPluginGone, RoomPluginView, RoomPurposesView,
  SeatEnded, SeatTaken, SpeakingDelivery, TransformStart, TransformStop, UpdateAnswer,
} from "./protocol";

/** Hub methods: what each takes and what it answers. Every one takes exactly one JSON argument. */
export interface HubMethods {
  Join: [JoinRequest, JoinReply];
  Leave: [null, Done];
  Relay: [RelayRequest, Done];
  AddPlugin: [PluginRequest, RoomPluginView];
  RemovePlugin: [PluginRequest, Done];
  RestartPlugin: [PluginRequest, Done];
  Decide: [ConsentRequest, ConsentView];
  AnswerUpdate: [UpdateAnswer, ConsentView];
  SwitchPurpose: [PurposeSwitch, Done];
  SendInput: [PluginInput, Done];
  DeliverChat: [ChatDelivery, Done];
  DeliverReaction: [ReactionDelivery, Done];
  DeliverSpeaking: [SpeakingDelivery, Done];
  DeliverQuality: [QualityDelivery, Done];
  NameModerator: [ModeratorRequest, Done];
  StepDown: [null, Done];
  MuteParticipant: [ModerationRequest, Done];
  RemoveParticipant: [ModerationRequest, Done];
  OpenChannel: [ChannelRequest, Done];
  CloseChannel: [ChannelRequest, Done];
  OfferFile: [FileOffer, Done];
  ReadLedger: [LedgerRequest, LedgerBatch];
  StartTransform: [TransformStart, Done];
  StopTransform: [TransformStop, Done];
  ReadReceipts: [null, ReceiptList];
  DeliverCard: [CardDelivery, Done];
  AnswerQuestion: [QuestionAnswer, Done];
  HandFiles: [FilesHanded, Done];
  HandFilePart: [FilePart, Done];
  StopFiles: [FilesStopped, Done];
  ShowFiles: [FilesShown, Done];
  StartRecording: [RecordingStart, RecordingView];
  AnswerRecording: [RecordingAnswer, Done];
  StopRecording: [RecordingStop, Done];
}

/** What the hub tells the page, each with one argument. */
export interface HubEvents {
  participantJoined: ParticipantView;
  participantLeft: ParticipantGone;
  /** A new public key: that page was reloaded, and its connection has to be rebuilt. */
  participantRenewed: ParticipantView;
  /** Away, back, renamed, or a moderator now or no longer. */
  participantChanged: ParticipantView;
  /** The last one on a connection: another tab or window uses this seat now. */
  seatTaken: SeatTaken;
  /** The last one on a connection: a moderator put this person out. */
  seatEnded: SeatEnded;
  muteAsked: MuteAsked;
  relayed: Relayed;
  catalogChanged: CatalogPlugin[];
  roomPluginChanged: RoomPluginView;
  roomPluginRemoved: RoomPluginGone;
  consentChanged: ConsentView;
  purposesChanged: RoomPurposesView;
  pluginPeople: PluginPeople;
  pluginMessage: PluginMessage;
  pluginChat: PluginChat;
  pluginNotification: PluginNotification;
  pluginQuestion: PluginQuestion;
  pluginQuestionGone: PluginQuestionGone;
  fileWanted: FileWanted;
  filesDone: FilesDone;
  ledger: LedgerBatch;
  receipt: RevocationReceipt;
  recordingChanged: RecordingView;
  recordingEnded: RecordingEnded;
}

export type HubMethod = keyof HubMethods;
export type HubRequest<M extends HubMethod> = HubMethods[M][0];
export type HubAnswer<M extends HubMethod> = HubMethods[M][1];
export type HubEvent = keyof HubEvents;

// A record, so that the compiler notices a missing event.
const names: Record<HubEvent, true> = {
  participantJoined: true, participantLeft: true, participantRenewed: true, participantChanged: true, seatTaken: true, seatEnded: true,
  muteAsked: true, relayed: true,
  catalogChanged: true, roomPluginChanged: true, roomPluginRemoved: true, consentChanged: true, purposesChanged: true, pluginPeople: true,
  pluginMessage: true, pluginChat: true, pluginNotification: true, pluginQuestion: true, pluginQuestionGone: true, fileWanted: true,
  filesDone: true, ledger: true, receipt: true, recordingChanged: true, recordingEnded: true,
};

export const hubEvents = Object.keys(names) as HubEvent[];
