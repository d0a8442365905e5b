using System.Reflection;
using System.Text;
using System.Text.Json;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Tests.Protocol;

/// <summary>Writes the records of src/Protocol/Client as TypeScript, in the order of their files.</summary>
internal static class TypeScriptMirror
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Names = new()
    {
        [typeof(string)] = "string",
        [typeof(bool)] = "boolean",
        [typeof(int)] = "number",
        [typeof(long)] = "number",
        [typeof(double)] = "number",
    };

    public static IReadOnlyList<Type> Records { get; } =
        [.. typeof(Done).Assembly.GetTypes().Where(type => type.Namespace == typeof(Done).Namespace && type.IsPublic)];

    public static string Declare(Type type)
    {
        var text = new StringBuilder($"export interface {NameOf(type)} {{\n");
        foreach (var property in type.GetProperties())
            text.Append(null, $"  {JsonNamingPolicy.CamelCase.ConvertName(property.Name)}: {TypeOf(Nullability.Create(property))};\n");
        return text.Append('}').ToString();
    }

    private static string NameOf(Type type) => type.IsGenericTypeDefinition ? type.Name[..type.Name.IndexOf('`')] + "<T>" : type.Name;

    private static string TypeOf(NullabilityInfo info)
    {
        var name = info.Type.IsGenericType && info.Type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? TypeOf(info.GenericTypeArguments[0]) + "[]"
            : Names.GetValueOrDefault(Nullable.GetUnderlyingType(info.Type) ?? info.Type, info.Type.Name);
        return info.ReadState == NullabilityState.Nullable ? name + " | null" : name;
    }
}
