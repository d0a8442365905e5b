namespace PluginRoom.Gauntlet.Hostile.Attempts.Forgery;

internal sealed class SendUndeclared : IAttempt
{
    public string Vector => "write into the chat without having declared it";

    public Proof Proof => Proof.Posted;

    public string? Try(Targets targets)
    {
        HostilePlugin.Room.Chat.SendAsync(targets.Token, CancellationToken.None).GetAwaiter().GetResult();
        return "sent";
    }
}
