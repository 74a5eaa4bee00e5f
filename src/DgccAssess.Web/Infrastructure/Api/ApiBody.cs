using System.Reflection;
using System.Text.Json;
using DgccAssess.Core.Data;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>What is sent to be written, and what could not be read of it.</summary>
public interface IApiBody
{
    /// <summary>Null when it was read.</summary>
    IResult? Problem { get; }

    /// <summary>As sent.</summary>
    ReadOnlyMemory<byte> Content { get; }
}

/// <summary>An endpoint that takes more than an ordinary body.</summary>
public sealed record BodyLimit(long Bytes);

/// <summary>The JSON of a request, read strictly: a field that is missing, unknown or of another type is named.</summary>
public sealed class ApiBody<T> : IApiBody
    where T : class
{
    private ApiBody(ReadOnlyMemory<byte> content, T? value, IResult? problem) => (Content, this.value, Problem) = (content, value, problem);

    private readonly T? value;

    public ReadOnlyMemory<byte> Content { get; }
    public IResult? Problem { get; }
    public T Value => value ?? throw new InvalidOperationException("The body was not read; the endpoint lacks its filter.");

    public static async ValueTask<ApiBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!context.Request.HasJsonContentType()) return new(default, null, ApiProblems.Answer(StatusCodes.Status415UnsupportedMediaType));
        if (await ReadAsync(context) is not { } content) return new(default, null, ApiProblems.Answer(StatusCodes.Status413PayloadTooLarge));
        try
        {
            var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            return JsonSerializer.Deserialize<T>(content.Span, options) is { } read ? new(content, read, null) : Unreadable(content, "");
        }
        catch (JsonException e)
        {
            return Unreadable(content, e.Path ?? "");
        }
    }

    private static ApiBody<T> Unreadable(ReadOnlyMemory<byte> content, string path) =>
        new(content, null, ApiProblems.Invalid(new Problem(path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : "", ApiMessages.BodyUnreadable)));

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context)
    {
        var most = context.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>()?.Bytes ?? Limits.FormBytes;
        if (context.Request.ContentLength > most) return null;
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is > 0 and var count)
        {
            if (read.Length + count > most) return null;
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }
}
