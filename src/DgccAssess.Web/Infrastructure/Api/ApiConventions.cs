using DgccAssess.Core.Files;
namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>The format the caller gets.</summary>
public sealed record AcceptedFormat(string ContentType);

/// <summary>Formats an endpoint answers in, the default first.</summary>
public sealed record OfferedFormats(params IReadOnlyList<string> ContentTypes);

/// <summary>What endpoints of the API say about themselves: the contract is written from it, and the filters hold them to it.</summary>
public static class ApiConventions
{
    /// <summary>A page of a list, as JSON or CSV.</summary>
    public static RouteHandlerBuilder AnswersList<T>(this RouteHandlerBuilder endpoint, ListShape shape) => endpoint
        .WithMetadata(shape, new OfferedFormats(Representation.Json, Csv.ContentType))
        .Produces<ListPage<T>>(StatusCodes.Status200OK, Representation.Json, Csv.ContentType)
        .AnswersProblems(StatusCodes.Status400BadRequest)
        .AddEndpointFilter(AcceptAsync)
        .AddEndpointFilter(CheckQueryAsync);

    /// <summary>One resource, as JSON.</summary>
    public static RouteHandlerBuilder AnswersOne<T>(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new OfferedFormats(Representation.Json))
        .Produces<T>(StatusCodes.Status200OK, Representation.Json)
        .AnswersProblems(StatusCodes.Status404NotFound)
        .AddEndpointFilter(AcceptAsync);

    /// <summary>A write that answers with the resource as it is then.</summary>
    /// <param name="endpoint">Takes an <see cref="ApiWrite"/> from the features of the request.</param>
    /// <param name="statuses">With which it succeeds.</param>
    /// <param name="version">It changes something that has versions.</param>
    public static RouteHandlerBuilder Writes<T>(this RouteHandlerBuilder endpoint, IReadOnlyList<int> statuses, bool version = false)
    {
        foreach (var status in statuses) endpoint.Produces<T>(status, Representation.Json);
        return endpoint
            .WithMetadata(new WriteShape(version), new OfferedFormats(Representation.Json))
            .AnswersProblems(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
            .AddEndpointFilter(AcceptAsync)
            .AddEndpointFilter(Api.Writes.RunAsync);
    }

    /// <summary>The JSON it takes.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint)
        where T : class =>
        endpoint.Accepts<T>(Representation.Json).AnswersProblems(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);

    public static RouteHandlerBuilder AnswersProblems(this RouteHandlerBuilder endpoint, params IReadOnlyList<int> statuses)
    {
        foreach (var status in statuses) endpoint.Produces<ApiProblem>(status, ApiProblem.ContentType);
        return endpoint;
    }

    private static ValueTask<object?> AcceptAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var offered = http.GetEndpoint()!.Metadata.GetRequiredMetadata<OfferedFormats>().ContentTypes;
        if (Accepted.Of(http.Request, offered) is not { } type) return new(ApiProblems.Answer(StatusCodes.Status406NotAcceptable));
        http.Features.Set(new AcceptedFormat(type));
        return next(context);
    }

    private static ValueTask<object?> CheckQueryAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var problems = context.Arguments.OfType<ListQuery>().Single().Problems;
        return problems.Count == 0 ? next(context) : new(ApiProblems.Invalid(problems));
    }
}
