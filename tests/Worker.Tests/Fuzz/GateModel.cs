using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>
/// The rules of the gate once more, as slowly and plainly as they can be said: what a call is answered with, what of it the room
/// hears, and how many decisions the ledger counts. No time passes while it looks.
/// </summary>
internal sealed class GateModel
{
    private readonly GateShape _shape;
    private readonly HashSet<(DataCategory Category, int Person)> _seen;
    private readonly HashSet<(DataCategory Category, SinkName Sink, int Person)> _allowed;
    private readonly StoreModel _stores;
    private readonly NetModel _net;
    private readonly AskModel _asks;
    private int _chatsLeft = 10;
    private int _noticesLeft = 3;
    private int _showsLeft = 1000;
    private long _showBytesLeft = 4 << 20;
    private long _callBytesLeft = 4 << 20;

    /// <param name="pseudonyms">Of the people, in their order.</param>
    internal GateModel(GateShape shape, IReadOnlyList<string> pseudonyms, bool fresh = false)
    {
        (_shape, Pseudonyms, _allowed) = (shape, pseudonyms, [.. shape.Allowed]);
        _seen = fresh ? [] : [.. shape.Seen];
        (_stores, _net, _asks) = (new StoreModel(this), new NetModel(this), new AskModel(this));
    }

    internal IReadOnlyList<string> Pseudonyms { get; }

    /// <summary>All that the process has seen.</summary>
    internal IReadOnlyCollection<(DataCategory Category, int Person)> Seen => _seen;

    /// <summary>Decisions that the ledger has to count.</summary>
    internal long Decisions { get; private set; }

    /// <summary>What each person was sent.</summary>
    internal List<(string Person, string Event, string Text)> Heard { get; } = [];

    /// <summary>The kind of the reply, and for a refusal or a failure its code; null: nobody answers while no time passes.</summary>
    internal string? Answer(WorkerCall call) => call switch
    {
        ReadRoomCall => Use(Capability.RoomInfoRead, "room"),
        ListParticipantsCall => List(),
        SendChatCall chat => Post(chat.Text, 4000, Capability.ChatSend, ref _chatsLeft, "pluginChat"),
        NotifyCall notice => Post(notice.Text, 200, Capability.UiNotification, ref _noticesLeft, "pluginNotification"),
        ReadWebhookCall => Use(Capability.NetWebhookReceive, "webhook"),
        StoreCall store => _stores.Answer(store),
        NetCall net => _net.Answer(net),
        AskCall ask => _asks.Answer(ask),
        PickedCall picked => _asks.Answer(picked),
        ReceiveMediaCall media => Receive(media),
        PublishMediaCall media => Publish(media),
        CallPluginCall other => CallPlugin(other),
        AnswerPluginCall => "plugin.over",
        UndeclaredUseCall attempt => Undeclared(attempt.Capability),
        _ => throw new NotSupportedException($"The model does not know {call}. Teach it the call, and {nameof(AnyCall)} to make one."),
    };

    /// <param name="addressee">Null: everyone. Somebody who is not there: nobody.</param>
    internal string Show(string? addressee, ReadOnlySpan<byte> data)
    {
        if (!_shape.HasUi)
            return "ui.none";
        if (_showsLeft-- < 1 || (_showBytesLeft -= data.Length) < 0)
            return Decided("limit");
        var verdict = Out(Capability.UiPanel, SinkName.Ui);
        if (verdict == "done")
            Tell("pluginMessage", Convert.ToBase64String(data), addressee);
        return verdict;
    }

    internal bool Declares(Capability capability) => _shape.Declared.Contains(capability);

    internal bool AllowsAnything(int person) => _allowed.Any(choice => choice.Person == person);

    internal int? PersonOf(string pseudonym) =>
        Pseudonyms.Index().Where(each => each.Item == pseudonym).Select(each => (int?)each.Index).FirstOrDefault();

    /// <summary>The use of a capability that is given nobody's data.</summary>
    internal string Use(Capability capability, string reply) => Decided(Declares(capability) ? reply : "not-declared");

    /// <summary>The rule at the door.</summary>
    internal bool AllowsIn(DataCategory category, int person)
    {
        var flows = _shape.Flows.Keys.Where(flow => flow.Category == category).ToList();
        var allowed = flows.Where(flow => _allowed.Contains((category, flow.Sink, person))).ToList();
        return allowed.Count > 0 && flows.Except(allowed).All(flow => _shape.Flows[flow]);
    }

    /// <summary>One person's data into the process; "done", or why not.</summary>
    internal string In(Capability capability, DataCategory category, int person)
    {
        if (!Declares(capability) || !_shape.Flows.Keys.Any(flow => flow.Category == category))
            return Decided("not-declared");
        if (!AllowsIn(category, person))
            return Decided("not-consented");
        _seen.Add((category, person));
        return Decided("done");
    }

    /// <summary>All that the process has seen to a sink; "done", or why not.</summary>
    internal string Out(Capability capability, SinkName sink)
    {
        if (!Declares(capability))
            return Decided("not-declared");
        foreach (var category in _seen.Select(static tag => tag.Category).Distinct().Order())
        {
            if (!_shape.Flows.ContainsKey((category, sink)))
                return Decided("label");
            // What frames are shown comes back as input, so the rule at the door holds for them as well.
            if (!AllAllow(_seen, category, sink, andDoor: sink == SinkName.Ui))
                return Decided("not-consented");
        }

        return Decided("done");
    }

    /// <summary>What the process or one before it put there, back into it; "done", or why not.</summary>
    internal string Back(Capability capability, SinkName place, IReadOnlyCollection<(DataCategory Category, int Person)> label)
    {
        if (!Declares(capability))
            return Decided("not-declared");
        foreach (var category in label.Select(static tag => tag.Category).Distinct().Order())
        {
            if (!_shape.Flows.ContainsKey((category, place)))
                return Decided("not-declared");
            if (!AllAllow(label, category, place, andDoor: true))
                return Decided("not-consented");
        }

        _seen.UnionWith(label);
        return Decided("done");
    }

    internal void Tell(string eventName, string text, string? addressee) => Heard.AddRange(
        GateShape.People.Where(person => addressee is null || person == addressee).Select(person => (person, eventName, text)));

    internal string Decided(string verdict)
    {
        Decisions++;
        return verdict;
    }

    private bool AllAllow(IEnumerable<(DataCategory Category, int Person)> label, DataCategory category, SinkName sink, bool andDoor)
    {
        var needed = _shape.Flows.Keys.Where(flow => flow == (category, sink) || (andDoor && flow.Category == category && !_shape.Flows[flow])).ToList();
        return label.Where(tag => tag.Category == category).All(tag => needed.All(flow => _allowed.Contains((category, flow.Sink, tag.Person))));
    }

    private string List()
    {
        if (Use(Capability.ParticipantsList, "done") != "done")
            return "not-declared";
        var listed = new List<string>();
        for (var person = 0; person < GateShape.People.Length; person++)
            if (Give(Capability.ParticipantsList, DataCategory.IdentityPseudonym, person))
                listed.Add(Give(Capability.ParticipantsProfileRead, DataCategory.IdentityProfile, person) ? GateShape.People[person] : "?");
        return "participants " + string.Join(',', listed);
    }

    // Whoever has not allowed it is left out without a word.
    private bool Give(Capability capability, DataCategory category, int person) =>
        Declares(capability) && AllowsIn(category, person) && In(capability, category, person) == "done";

    private string Post(string text, int maxLength, Capability capability, ref int left, string eventName)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > maxLength)
            return "text.length";
        if (left == 0)
            return Decided("limit");
        left--;
        var verdict = Out(capability, SinkName.Room);
        if (verdict == "done")
            Tell(eventName, text, null);
        return verdict;
    }

    private string Receive(ReceiveMediaCall call)
    {
        if (call.Kind is not ("audio" or "video" or "screen"))
            return "media.kind";
        if (call.Kind != "audio" || !Declares(Capability.MediaAudioReceive))
            return Decided("not-declared");
        if (PersonOf(call.Person) is not { } person)
            return "participant.unknown";
        if (!_shape.Flows.Keys.Any(static flow => flow.Category == DataCategory.ContentAudio))
            return Decided("not-declared");
        if (!AllowsIn(DataCategory.ContentAudio, person))
            return Decided("not-consented");
        // A yes to a stream counts once, whatever becomes of it.
        _allowed.RemoveWhere(choice => choice.Category == DataCategory.ContentAudio && choice.Person == person);
        return Decided("media.no-peer");
    }

    private string Publish(PublishMediaCall call)
    {
        if (call.Kind is not ("audio" or "video" or "screen"))
            return "media.kind";
        return Out(Capability.MediaPublish, SinkName.Room) is var verdict and not "done" ? verdict : "media.no-peer";
    }

    private string CallPlugin(CallPluginCall call)
    {
        if (!Declares(Capability.PluginCall))
            return Decided("not-declared");
        if (call.Data.Length > CallPluginCall.MaxBytes)
            return "message.too-large";
        if (_callBytesLeft < call.Data.Length)
            return Decided("limit");
        _callBytesLeft -= call.Data.Length;
        // It is alone in its room, and cannot call itself.
        return call.Plugin != GateShape.Id ? "plugin.absent" : call.Method != GateShape.Method ? "plugin.method" : "plugin.recursion";
    }

    private string Undeclared(string name)
    {
        if (Capability.All.FirstOrDefault(capability => capability.Name == name) is not { } known || Declares(known))
            return "call.unknown";
        return Decided("not-declared");
    }
}
