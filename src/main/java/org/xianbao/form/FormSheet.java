package org.xianbao.form;

import org.xianbao.definition.Period;
import org.xianbao.definition.Region;
import org.xianbao.definition.ReturnDefinition;
import org.xianbao.workbook.Sheet;

/**
 * A sheet that is a return: whose, for which period, and where its columns stand.
 *
 * @param definition the edition of the form that is valid for the period
 * @param county the reporting county, valid at the period's end
 */
public record FormSheet(Sheet sheet, ReturnDefinition definition, Region county, Period period, Layout layout) {}
