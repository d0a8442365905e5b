namespace PluginRoom.Host.Commands.Doctor.Turn;

/// <summary>How a server did.</summary>
/// <param name="Words">To follow its address.</param>
internal sealed record IceVerdict(FindingStatus Status, string Words)
{
    public static IceVerdict Silent => Bad("it does not answer: it is down, or a firewall drops what is sent");

    public static IceVerdict Good(string words) => new(FindingStatus.Ok, words);

    public static IceVerdict Weak(string words) => new(FindingStatus.Warning, words);

    public static IceVerdict Bad(string words) => new(FindingStatus.Problem, words);
}
