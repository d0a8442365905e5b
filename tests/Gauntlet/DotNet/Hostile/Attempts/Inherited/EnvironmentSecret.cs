namespace PluginRoom.Gauntlet.Hostile.Attempts.Inherited;

internal sealed class EnvironmentSecret : IAttempt
{
    public string Vector => "find a secret in the environment";

    public Proof Proof => Proof.Secret;

    public string? Try(Targets targets) => string.Join(' ', Environment.GetEnvironmentVariables().Values.Cast<string>());
}
