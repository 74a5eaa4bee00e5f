using System.Collections.Frozen;

namespace DgccAssess.Core.Security;

/// <summary>Parts of the REST API that a program is let into; what it finds there, its permissions decide.</summary>
public static class ApiScopes
{
    public const string Rounds = "api.rounds";
    public const string Agencies = "api.agencies";
    public const string Instruments = "api.instruments";
    public const string Results = "api.results";
    public const string Audit = "api.audit";

    public static FrozenSet<string> All { get; } = new[] { Rounds, Agencies, Instruments, Results, Audit }.ToFrozenSet();
}
