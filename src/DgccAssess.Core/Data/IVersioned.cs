namespace DgccAssess.Core.Data;

/// <summary>Something a person can edit: every write names the version it was based on; a stale one is refused with both versions shown.</summary>
public interface IVersioned
{
    int Version { get; }
}

/// <summary>A change of it must ride with an audit event in the same save.</summary>
public interface IAudited;

/// <summary>Written once; a change or deletion is a programming error and throws.</summary>
public interface IImmutable;
