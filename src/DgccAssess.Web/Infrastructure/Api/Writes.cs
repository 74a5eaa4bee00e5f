using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Api;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Net.Http.Headers;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>What a write of the API demands beside its body.</summary>
/// <param name="Version">It changes something that has versions: If-Match says which one.</param>
public sealed record WriteShape(bool Version);

/// <summary>A write under way.</summary>
/// <param name="Id">Of what it creates, the same when it is repeated.</param>
/// <param name="Version">As If-Match says.</param>
public sealed record ApiWrite(Guid Id, int? Version);

/// <summary>
/// The gate of every write: a session proves that the request is its own (antiforgery), the body can be read, the version is named, and the
/// caller's key is new. A repeated key gets the answer it got.
/// </summary>
internal static partial class Writes
{
    public const string KeyHeader = "Idempotency-Key";
    public const string ReplayHeader = "Idempotency-Replayed";
    public const string AntiforgeryHeader = "X-CSRF-Token";
    private const int ShortestKey = 8;

    public static async ValueTask<object?> RunAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (ApiAccess.IsPerson(http.User) && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            return ApiProblems.Invalid(new Problem(AntiforgeryHeader, ApiMessages.AntiforgeryMissing));

        var body = context.Arguments.OfType<IApiBody>().SingleOrDefault();
        if (body?.Problem is { } unread) return unread;
        int? version = null;
        if (http.GetEndpoint()!.Metadata.GetRequiredMetadata<WriteShape>().Version && ReadVersion(http.Request, out version) is { } unversioned) return ApiProblems.Invalid(unversioned);

        var key = http.Request.Headers[KeyHeader].ToString().Trim('"');
        if (key.Length == 0) return ApiProblems.Invalid(new Problem(KeyHeader, ApiMessages.KeyMissing));
        if (!Key.IsMatch(key)) return ApiProblems.Invalid(new Problem(KeyHeader, ApiMessages.KeyInvalid, ShortestKey, KeptAnswer.MaxKey));
        return await WithKeyAsync(http, key, HashOf(http.Request, body), id =>
        {
            http.Features.Set(new ApiWrite(id, version));
            return next(context);
        });
    }

    private static async Task<object?> WithKeyAsync(HttpContext http, string key, string hash, Func<Guid, ValueTask<object?>> write)
    {
        var kept = http.RequestServices.GetRequiredService<KeepAnswers>();
        var begun = await kept.BeginAsync(CallerOf(http.User), key, hash, http.RequestAborted);
        switch (begun.Turn)
        {
            case WriteTurn.Repeat:
                http.Response.Headers[ReplayHeader] = "true";
                return new Replay(begun.Answer!);
            case WriteTurn.Reused:
                return ApiProblems.Answer(StatusCodes.Status422UnprocessableEntity, [new Problem(KeyHeader, ApiMessages.KeyReused)]);
            case WriteTurn.Busy:
                http.Response.Headers.RetryAfter = "1";
                return ApiProblems.Answer(StatusCodes.Status409Conflict, [new Problem(KeyHeader, ApiMessages.KeyBusy)]);
        }

        // From here on the caller may hang up: what is begun is ended, and said.
        var answer = await write(begun.Id);
        if (answer is IKeepable success) await kept.KeepAsync(begun.Id, success.Keep(http), CancellationToken.None);
        else await kept.ReleaseAsync(begun.Id, CancellationToken.None);
        return answer;
    }

    private static Problem? ReadVersion(HttpRequest request, out int? version)
    {
        version = null;
        if (request.Headers.IfMatch.Count == 0) return new(HeaderNames.IfMatch, ApiMessages.IfMatchMissing);
        if (EntityTagHeaderValue.TryParseList(request.Headers.IfMatch, out var tags) && tags is [{ IsWeak: false, Tag.Value: { } tag }]
            && int.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var read))
        {
            version = read;
            return null;
        }

        return new(HeaderNames.IfMatch, ApiMessages.IfMatchInvalid);
    }

    private static string HashOf(HttpRequest request, IApiBody? body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}{request.QueryString}\n{request.Headers.IfMatch}\n"));
        if (body is not null) hash.AppendData(body.Content.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string CallerOf(ClaimsPrincipal caller) =>
        caller.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 and <= KeptAnswer.MaxCaller } id ? id : throw new InvalidOperationException("The caller has no id.");

    [GeneratedRegex("^[A-Za-z0-9_-]{8,64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Key { get; }

    private sealed class Replay(GivenAnswer answer) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (answer.Location is { } location) httpContext.Response.Headers.Location = location;
            return Representation.WriteAsync(httpContext, Encoding.UTF8.GetBytes(answer.Content), Representation.Json, answer.Tag, answer.Status);
        }
    }
}

/// <summary>An answer that a repeated write gets again.</summary>
internal interface IKeepable
{
    GivenAnswer Keep(HttpContext http);
}
