using DgccAssess.Core.Data;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Shared;

/// <summary>Words of the whole product that no single feature owns.</summary>
public sealed class SharedWords;

/// <summary>Words for a use case's message key: "Evidence.TooLarge" is "Message.TooLarge" in EvidenceWords, a key without a dot is in SharedWords.</summary>
public sealed class MessageText(IStringLocalizerFactory factory)
{
    private static readonly string Assembly = typeof(MessageText).Assembly.GetName().Name!;

    public string Of(Problem problem)
    {
        var dot = problem.Message.IndexOf('.', StringComparison.Ordinal);
        var (words, key) = dot < 0
            ? (factory.Create(typeof(SharedWords)), problem.Message)
            : (factory.Create($"{Assembly}.Features.{problem.Message[..dot]}.{problem.Message[..dot]}Words", Assembly), problem.Message[(dot + 1)..]);
        return words["Message." + key, problem.Arguments];
    }
}
