using System.Text.Encodings.Web;
using System.Text.Json;

namespace DgccAssess.Core.Features.Tenants.Door.Pack;

internal static class PackJson
{
    /// <summary>Letters of every script as they are: people read these files.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonSerializerOptions Indented { get; } = new(Options) { WriteIndented = true };
}
