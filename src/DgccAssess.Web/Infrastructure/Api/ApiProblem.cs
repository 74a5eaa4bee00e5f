using System.Text.Json.Serialization;
using DgccAssess.Core.Data;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>What went wrong, as RFC 9457 says it.</summary>
public sealed record ApiProblem
{
    public const string ContentType = "application/problem+json";

    /// <summary>Name of the HTTP status.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>In words of the caller's language.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    /// <summary>What can be put right, field by field.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ApiFieldProblem>? Errors { get; init; }

    /// <summary>Where a version was stale: the resource as it is stored now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Stored { get; init; }

    public static ApiProblem Of(int status) => new() { Title = ReasonPhrases.GetReasonPhrase(status), Status = status };
}

/// <param name="Field">Name of the field, parameter or header; empty where it is the whole.</param>
/// <param name="Code">Stable key of the message, for programs.</param>
/// <param name="Message">In words of the caller's language, for people.</param>
public sealed record ApiFieldProblem(string Field, string Code, string Message);

public static class ApiProblems
{
    public static Task WriteAsync(HttpContext http, ApiProblem problem)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(problem, options: null, ApiProblem.ContentType, http.RequestAborted);
    }

    public static IResult Answer(int status) => new ProblemAnswer(ApiProblem.Of(status), []);

    /// <summary>The caller can put it right (400).</summary>
    public static IResult Invalid(params IReadOnlyList<Problem> problems) => Answer(StatusCodes.Status400BadRequest, problems);

    public static IResult Answer(int status, IReadOnlyList<Problem> problems, object? stored = null) =>
        new ProblemAnswer(ApiProblem.Of(status) with { Stored = stored }, problems);

    /// <summary>A use case said no: 400, 403, 404 or 409 as its result says.</summary>
    public static IResult Refused(Result result, object? stored = null) => Answer(PageResults.StatusOf(result.Kind), result.Problems, stored);

    private sealed class ProblemAnswer(ApiProblem problem, IReadOnlyList<Problem> problems) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var text = httpContext.RequestServices.GetRequiredService<MessageText>();
            var errors = problems.Select(p => new ApiFieldProblem(Camel(p.Field), p.Message, text.Of(p))).ToList();
            return WriteAsync(httpContext, errors.Count == 0 ? problem : problem with { Detail = errors[0].Message, Errors = errors });
        }

        // Headers keep their names.
        private static string Camel(string field) => field.Contains('-', StringComparison.Ordinal) ? field : System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(field);
    }
}
