namespace DgccAssess.Core.Data;

/// <summary>A command that creates something named by an id made with the form or by a unique code: repeating it changes nothing, so it carries no version.</summary>
public interface ICreation;
