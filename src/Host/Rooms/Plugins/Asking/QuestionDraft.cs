using PluginRoom.Host.Broker;

namespace PluginRoom.Host.Rooms.Plugins.Asking;

/// <summary>What a plugin would ask.</summary>
/// <param name="Asked">Participant id of the person who decides. Whoever is away or gone is asked too, and does not answer.</param>
/// <param name="Flow">What the gate is asked, before the question is shown and again when it is carried out.</param>
internal sealed record QuestionDraft(string Kind, string Asked, FlowRequest Flow)
{
    public const string SendAsUser = "sendAsUser";
    public const string PickFile = "pickFile";
    public const string Mute = "mute";
    public const string Remove = "remove";

    /// <summary>The worker's own words, so only where <see cref="Flow"/> takes its label along.</summary>
    public string Text { get; init; } = "";

    /// <summary>Participant id of the person whom it is about, if that is not the one who is asked.</summary>
    public string? About { get; init; }

    /// <summary>False: nobody is shown it and it ends unanswered, so that the plugin cannot tell who is gone or refuses it.</summary>
    public bool IsShown { get; init; } = true;

    public IReadOnlyList<string> Accept { get; init; } = [];

    public int MaxBytes { get; init; }

    public int MaxFiles { get; init; }

    /// <summary>How long the person has.</summary>
    public TimeSpan Patience { get; init; } = PluginQuestions.Patience;
}
