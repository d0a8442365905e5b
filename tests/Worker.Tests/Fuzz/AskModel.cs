using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>What comes of questions to people: Ada, who moderates, says yes to all but putting somebody out, and the others say no.</summary>
internal sealed class AskModel(GateModel gate)
{
    /// <summary>Of the files that Ada hands over, unless fewer were asked for.</summary>
    internal const int FileBytes = 300_000;

    private const int MaxPart = 192 << 10;
    private const int MaxFile = 8 << 20;
    private const int Ada = 0;
    private const int Nobody = -1;

    private static readonly string[] Kinds = ["image", "audio", "video", "text", "table", "document", "presentation", "calendar", "data", "archive"];

    private readonly HashSet<int> _waiting = [];
    private readonly Dictionary<int, int> _noes = [];
    private readonly Dictionary<long, int> _picks = [];
    private long _last;

    internal string? Answer(AskCall call)
    {
        if (gate.PersonOf(call.Person) is not { } person)
            return gate.Use(CapabilityOf(call), "participant.unknown");
        return call switch
        {
            SendAsUserCall line => IsText(line.Text, 4000) ? Ask(call, person, line.Text) : "text.length",
            ModerationCall moderation => IsText(moderation.Reason, 200) ? Moderate(moderation, person) : "text.length",
            PickFilesCall pick => Pick(pick, person),
            _ => throw new NotSupportedException(call.ToString()),
        };
    }

    internal string Answer(PickedCall call)
    {
        if (!_picks.TryGetValue(call.Pick, out var bytes))
            return "files.aborted";
        if (call is not ReadPickedCall read)
        {
            _picks.Remove(call.Pick);
            return "done";
        }

        if (read.File != 0 || read.Offset < 0 || read.Offset >= bytes)
            return "files.part";
        return gate.In(Capability.FilesPick, DataCategory.ContentFile, Ada) == "done" ? $"part {Math.Min(MaxPart, bytes - read.Offset)}" : "not-consented";
    }

    // Ada decides about the others, and nobody about her. Whoever allows the plugin nothing cannot be named by it.
    private string? Moderate(ModerationCall call, int about) =>
        Ask(call, about == Ada ? Nobody : Ada, call.Reason, isShown: about != Ada && gate.AllowsAnything(about));

    private string? Pick(PickFilesCall call, int person)
    {
        var isKnown = call.Kinds.Count <= Kinds.Length && call.Kinds.All(Kinds.Contains) && call.Kinds.Distinct().Count() == call.Kinds.Count;
        if (call is not { MaxBytes: >= 1 and <= MaxFile, MaxFiles: >= 1 and <= 5 } || !isKnown)
            return "files.request";
        if (!gate.Declares(Capability.FilesPick) || !gate.AllowsIn(DataCategory.ContentFile, person))
            return gate.In(Capability.FilesPick, DataCategory.ContentFile, person);
        return Ask(call, person, "");
    }

    private string? Ask(AskCall call, int asked, string text, bool isShown = true)
    {
        if (gate.Declares(CapabilityOf(call)) && (_waiting.Contains(asked) || _noes.GetValueOrDefault(asked) > 1))
            return gate.Decided("limit");
        if (May(call) is var verdict and not "done")
            return verdict;
        if (!isShown)
        {
            _waiting.Add(asked);
            return null;
        }

        gate.Tell("pluginQuestion", text, GateShape.People[asked]);
        if (asked != Ada || call is RemoveCall)
        {
            _noes[asked] = _noes.GetValueOrDefault(asked) + 1;
            return "question.declined";
        }

        _noes.Remove(asked);
        return May(call) is var again and not "done" ? again : CarryOut(call);
    }

    private string May(AskCall call) =>
        call is PickFilesCall ? gate.Use(Capability.FilesPick, "done") : gate.Out(CapabilityOf(call), SinkName.Room);

    private string CarryOut(AskCall call)
    {
        if (call is MuteCall mute)
            gate.Tell("muteAsked", mute.Reason, GateShape.People[gate.PersonOf(call.Person)!.Value]);
        if (call is not PickFilesCall pick)
            return "done";
        if (gate.In(Capability.FilesPick, DataCategory.ContentFile, Ada) is var verdict and not "done")
            return verdict;
        _picks.Add(++_last, Math.Min(FileBytes, pick.MaxBytes));
        return $"picked {_last}";
    }

    private static bool IsText(string text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;

    private static Capability CapabilityOf(AskCall call) => call switch
    {
        SendAsUserCall => Capability.ChatSendAsUser,
        MuteCall => Capability.ModerationMute,
        RemoveCall => Capability.ModerationRemove,
        PickFilesCall => Capability.FilesPick,
        _ => throw new NotSupportedException(call.ToString()),
    };
}
