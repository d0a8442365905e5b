using System.CommandLine;
using PluginRoom.Host.Trust.Signing;

namespace PluginRoom.Host.Commands.Trust;

/// <summary>A passphrase is read from a file: on a command line everybody on the machine could read it.</summary>
internal static class PassphraseFile
{
    private const int MaxCharacters = 1024;

    public static Option<string?> Option(string description) => new("--passphrase-file") { HelpName = "FILE", Description = description };

    /// <summary>The first line; null without a file.</summary>
    /// <exception cref="SigningException">There is none in it.</exception>
    public static string? Read(string? file)
    {
        if (file is null)
            return null;
        try
        {
            using var reader = new StreamReader(file);
            return reader.ReadLine() is { Length: > 0 and <= MaxCharacters } passphrase
                ? passphrase
                : throw new SigningException($"{file} holds no passphrase: its first line is empty or longer than {MaxCharacters} characters.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SigningException($"{file} cannot be read ({e.Message}).");
        }
    }
}
