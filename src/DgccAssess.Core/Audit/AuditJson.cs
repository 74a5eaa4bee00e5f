using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace DgccAssess.Core.Audit;

/// <summary>Personal data of somebody other than the actor (a mail address, a name typed in): masked in the audit trail.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;

internal static class AuditJson
{
    private const string Mask = "***";

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        // Read by people and searched: letters of every script as they are. Never rendered as HTML without encoding.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutSubject, MaskPersonal } },
    };

    private static void LeaveOutSubject(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object || !type.Type.IsAssignableTo(typeof(AuditFact))) return;
        if (type.Properties.FirstOrDefault(p => p.Name == "subject") is { } subject) type.Properties.Remove(subject);
    }

    private static void MaskPersonal(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.AttributeProvider?.IsDefined(typeof(PersonalAttribute), inherit: true) == true))
        {
            property.Get = _ => Mask;
        }
    }
}
